// A stand-in for Hexabase's control plane and its hexabase-cli, whose images cannot be had here. What it does it really
// does: it serves HTTPS on 8443 and HTTP on 8080, is healthy only while PostgreSQL answers at DATABASE_URL, and
// initialises that database once. On SIGTERM it stops listening at once, as most servers do.
package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"database/sql"
	"encoding/json"
	"fmt"
	"log"
	"math/big"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	_ "github.com/lib/pq"
)

// set in the image: the version, and a trouble that this version is said to have
var (
	version = os.Getenv("STAND_IN_VERSION")
	trouble = os.Getenv("STAND_IN_TROUBLE")
)

func main() {
	log.SetFlags(0)
	database, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	check(err)
	database.SetMaxOpenConns(4)
	database.SetConnMaxLifetime(30 * time.Second)
	if filepath.Base(os.Args[0]) == "hexabase-cli" {
		initialise(database)
		return
	}
	log.Printf("stand-in for the control plane %s, profile %s", version, os.Getenv("DEPLOYMENT_PROFILE"))
	misbehave()
	serve(database)
}

func misbehave() {
	switch trouble {
	case "crash":
		log.Fatal("cannot read the licence: stopping")
	case "memory":
		var eaten [][]byte
		for {
			piece := make([]byte, 16<<20)
			for i := range piece {
				piece[i] = 1
			}
			eaten = append(eaten, piece)
			log.Printf("%d MiB in use", 16*len(eaten))
		}
	}
}

// initialise does its work once: the second time it finds its mark and changes nothing.
func initialise(database *sql.DB) {
	if len(os.Args) != 3 || os.Args[1] != "init" {
		log.Fatal("usage: hexabase-cli init --config-file=FILE")
	}
	file := strings.TrimPrefix(os.Args[2], "--config-file=")
	text, err := os.ReadFile(file)
	check(err)
	if !strings.Contains(string(text), "idempotent: true") {
		log.Fatal(file + " does not say that initialising twice is harmless")
	}
	for tries := 0; database.Ping() != nil; tries++ {
		if tries == 30 {
			log.Fatalf("the database does not answer: %v", database.Ping())
		}
		time.Sleep(time.Second)
	}
	work, err := database.Begin()
	check(err)
	_, err = work.Exec(`create table if not exists stand_in_initialised (
		what text primary key, by_version text not null, at timestamptz not null default now())`)
	check(err)
	done, err := work.Exec(`insert into stand_in_initialised (what, by_version) values ('platform', $1)
		on conflict do nothing`, version)
	check(err)
	check(work.Commit())
	if rows, _ := done.RowsAffected(); rows == 1 {
		log.Print("the platform is initialised")
	} else {
		log.Print("the platform was initialised already: nothing to do")
	}
}

func serve(database *sql.DB) {
	routes := http.NewServeMux()
	routes.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		limit, cancel := context.WithTimeout(r.Context(), 2*time.Second)
		defer cancel()
		if err := database.PingContext(limit); err != nil {
			log.Printf("the database does not answer: %v", err)
			http.Error(w, "the database does not answer", http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ok")
	})
	routes.HandleFunc("GET /version", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, version) })
	routes.HandleFunc("GET /api/initialised", func(w http.ResponseWriter, r *http.Request) { initialised(w, r, database) })
	secure := &http.Server{Addr: ":8443", Handler: routes, TLSConfig: &tls.Config{Certificates: []tls.Certificate{certificate()}}}
	plain := &http.Server{Addr: ":8080", Handler: routes}
	go func() { ended(secure.ListenAndServeTLS("", "")) }()
	if trouble != "deaf" {
		go func() { ended(plain.ListenAndServe()) }()
	}
	log.Print("listening on 8443 and 8080")
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, syscall.SIGINT)
	<-stop
	log.Print("told to stop")
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	plain.Shutdown(limit)
	secure.Shutdown(limit)
}

func initialised(w http.ResponseWriter, r *http.Request, database *sql.DB) {
	var answer struct {
		Times   int    `json:"times"`
		Version string `json:"byVersion"`
	}
	row := database.QueryRowContext(r.Context(), "select count(*), coalesce(min(by_version), '') from stand_in_initialised")
	if err := row.Scan(&answer.Times, &answer.Version); err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	json.NewEncoder(w).Encode(answer)
}

func certificate() tls.Certificate {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	check(err)
	own := &x509.Certificate{
		SerialNumber: big.NewInt(1),
		Subject:      pkix.Name{CommonName: "stand-in"},
		NotBefore:    time.Now().Add(-time.Hour),
		NotAfter:     time.Now().Add(365 * 24 * time.Hour),
	}
	signed, err := x509.CreateCertificate(rand.Reader, own, own, &key.PublicKey, key)
	check(err)
	return tls.Certificate{Certificate: [][]byte{signed}, PrivateKey: key}
}

func ended(err error) {
	if err != http.ErrServerClosed {
		log.Fatal(err)
	}
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
