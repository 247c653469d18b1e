// images REGISTRY NAME:TAG [env=KEY=VALUE] [user=UID] [run=COMMAND] [link=PATH=TARGET] [file=SOURCE=PATH] [tree=FOLDER=PATH] ...
//
// Writes one OCI image with one layer (names sorted, times fixed, so that the same content has the same digest) and pushes
// it to a registry. Nothing is compressed: the registry and the node are on the same machine.
package main

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"time"
)

type entry struct {
	source string
	link   string
	mode   int64
	folder bool
}

type process struct {
	User       string   `json:"User,omitempty"`
	Env        []string `json:"Env,omitempty"`
	Entrypoint []string `json:"Entrypoint,omitempty"`
}

type blob struct {
	MediaType string `json:"mediaType"`
	Digest    string `json:"digest"`
	Size      int    `json:"size"`
	content   []byte
}

func main() {
	registry := os.Args[1]
	name, tag, _ := strings.Cut(os.Args[2], ":")
	entries := map[string]entry{"tmp": {folder: true, mode: 0o1777}}
	var run process
	for _, argument := range os.Args[3:] {
		key, value, _ := strings.Cut(argument, "=")
		first, second, _ := strings.Cut(value, "=")
		switch key {
		case "env":
			run.Env = append(run.Env, value)
		case "user":
			run.User = value
		case "run":
			run.Entrypoint = strings.Fields(value)
		case "link":
			entries[strings.TrimPrefix(first, "/")] = entry{link: second, mode: 0o777}
		case "file":
			entries[strings.TrimPrefix(second, "/")] = entry{source: first, mode: modeOf(first)}
		case "tree":
			addTree(entries, first, second)
		default:
			fail("what is " + argument + "?")
		}
	}
	push(registry, name, tag, run, layer(entries))
}

func modeOf(file string) int64 {
	info, err := os.Stat(file)
	check(err)
	return int64(info.Mode().Perm())
}

func addTree(entries map[string]entry, root, under string) {
	check(filepath.WalkDir(root, func(file string, found fs.DirEntry, err error) error {
		if err != nil || file == root {
			return err
		}
		info, err := found.Info()
		if err != nil {
			return err
		}
		relative, _ := filepath.Rel(root, file)
		inside := strings.TrimPrefix(path.Join(under, relative), "/")
		switch {
		case info.Mode()&fs.ModeSymlink != 0:
			target, err := os.Readlink(file)
			entries[inside] = entry{link: target, mode: 0o777}
			return err
		case info.IsDir():
			entries[inside] = entry{folder: true, mode: int64(info.Mode().Perm())}
		default:
			entries[inside] = entry{source: file, mode: int64(info.Mode().Perm())}
		}
		return nil
	}))
}

func layer(entries map[string]entry) []byte {
	for name := range entries {
		for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
			if _, there := entries[folder]; !there {
				entries[folder] = entry{folder: true, mode: 0o755}
			}
		}
	}
	names := make([]string, 0, len(entries))
	for name := range entries {
		names = append(names, name)
	}
	sort.Strings(names)
	var written bytes.Buffer
	archive := tar.NewWriter(&written)
	for _, name := range names {
		write(archive, name, entries[name])
	}
	check(archive.Close())
	return written.Bytes()
}

func write(archive *tar.Writer, name string, item entry) {
	header := &tar.Header{Name: name, Mode: item.mode, ModTime: time.Unix(0, 0), Format: tar.FormatPAX}
	var content []byte
	switch {
	case item.folder:
		header.Typeflag, header.Name = tar.TypeDir, name+"/"
	case item.link != "":
		header.Typeflag, header.Linkname = tar.TypeSymlink, item.link
	default:
		var err error
		content, err = os.ReadFile(item.source)
		check(err)
		header.Typeflag, header.Size = tar.TypeReg, int64(len(content))
	}
	check(archive.WriteHeader(header))
	_, err := archive.Write(content)
	check(err)
}

func push(registry, name, tag string, run process, content []byte) {
	filled := newBlob("application/vnd.oci.image.layer.v1.tar", content)
	configuration := newBlob("application/vnd.oci.image.config.v1+json", encoded(map[string]any{
		"architecture": runtime.GOARCH,
		"os":           "linux",
		"config":       run,
		"rootfs":       map[string]any{"type": "layers", "diff_ids": []string{filled.Digest}},
	}))
	send(registry, name, filled)
	send(registry, name, configuration)
	manifest := newBlob("application/vnd.oci.image.manifest.v1+json", encoded(map[string]any{
		"schemaVersion": 2,
		"mediaType":     "application/vnd.oci.image.manifest.v1+json",
		"config":        configuration,
		"layers":        []blob{filled},
	}))
	ask("PUT", registry+"/v2/"+name+"/manifests/"+tag, manifest.MediaType, manifest.content)
	fmt.Printf("%s:%s %d MiB %s\n", name, tag, filled.Size>>20, manifest.Digest)
}

func send(registry, name string, content blob) {
	where := ask("POST", registry+"/v2/"+name+"/blobs/uploads/", "", nil)
	separator := "?"
	if strings.Contains(where, "?") {
		separator = "&"
	}
	ask("PUT", where+separator+"digest="+content.Digest, "application/octet-stream", content.content)
}

func ask(method, url, mediaType string, content []byte) string {
	request, err := http.NewRequest(method, url, bytes.NewReader(content))
	check(err)
	if mediaType != "" {
		request.Header.Set("Content-Type", mediaType)
	}
	answer, err := http.DefaultClient.Do(request)
	check(err)
	defer answer.Body.Close()
	if answer.StatusCode >= 300 {
		words, _ := io.ReadAll(answer.Body)
		fail(fmt.Sprintf("%s %s: %s %s", method, url, answer.Status, words))
	}
	where, err := request.URL.Parse(answer.Header.Get("Location"))
	check(err)
	return where.String()
}

func newBlob(mediaType string, content []byte) blob {
	sum := sha256.Sum256(content)
	return blob{mediaType, "sha256:" + hex.EncodeToString(sum[:]), len(content), content}
}

func encoded(value any) []byte {
	text, err := json.Marshal(value)
	check(err)
	return text
}

func check(err error) {
	if err != nil {
		fail(err.Error())
	}
}

func fail(what string) {
	fmt.Fprintln(os.Stderr, what)
	os.Exit(1)
}
