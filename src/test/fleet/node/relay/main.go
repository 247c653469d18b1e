// relay LISTEN PID TARGET: accepts connections here and makes them in the network of another process. It ends with that
// process, so that nothing answers for a machine that is off.
package main

import (
	"fmt"
	"io"
	"net"
	"os"
	"runtime"
	"time"

	"golang.org/x/sys/unix"
)

func main() {
	listen, pid, target := os.Args[1], os.Args[2], os.Args[3]
	network, err := os.Open("/proc/" + pid + "/ns/net")
	check(err)
	listener, err := net.Listen("tcp", listen)
	check(err)
	go endWith(pid)
	for {
		client, err := listener.Accept()
		check(err)
		go serve(client, int(network.Fd()), target)
	}
}

func serve(client net.Conn, network int, target string) {
	defer client.Close()
	server, err := dialIn(network, target)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	defer server.Close()
	go func() {
		io.Copy(server, client)
		server.(*net.TCPConn).CloseWrite()
	}()
	io.Copy(client, server)
}

// The thread keeps the other network and is thrown away with its goroutine.
func dialIn(network int, target string) (net.Conn, error) {
	type dialled struct {
		connection net.Conn
		err        error
	}
	result := make(chan dialled)
	go func() {
		runtime.LockOSThread()
		if err := unix.Setns(network, unix.CLONE_NEWNET); err != nil {
			result <- dialled{nil, err}
			return
		}
		address, err := net.ResolveTCPAddr("tcp", target)
		if err != nil {
			result <- dialled{nil, err}
			return
		}
		// no happy eyeballs: they would dial from another thread
		connection, err := net.DialTCP("tcp", nil, address)
		result <- dialled{connection, err}
	}()
	answer := <-result
	return answer.connection, answer.err
}

func endWith(pid string) {
	for {
		if _, err := os.Stat("/proc/" + pid); err != nil {
			os.Exit(0)
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
