package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"time"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/web"
	"github.com/dateline/dateline/pipeline"
)

// listener are the flags of the commands that serve pages.
type listener struct {
	Addr string `help:"Address to listen on." default:"127.0.0.1:7315" placeholder:"HOST:PORT"`
}

type serveCmd struct {
	listener
}

// Help is shown below the usage line.
func (serveCmd) Help() string {
	return `Examples:
  dateline serve
  dateline serve --store korea.db --addr 127.0.0.1:8080

The pages are for this machine: there is no login. Listen on another address
than loopback only behind a server that asks who comes.`
}

// Run serves until it is interrupted.
func (c *serveCmd) Run(ctx context.Context, m *Main, cli *commands) error {
	db, err := m.readStore(ctx, cli)
	if err != nil {
		return err
	}
	defer db.Close()
	return m.serve(ctx, db, c.Addr, false)
}

type openCmd struct {
	overlays
	listener
	Path []string `arg:"" help:"Files, folders, or - for standard input."`
}

// Help is shown below the usage line.
func (openCmd) Help() string {
	return `Examples:
  dateline open examples/steppe-treaty-2011.txt
  dateline open --store korea.db reports/

Set DATELINE_BROWSER=none to have the address printed only.`
}

// Run adds the texts, then serves the record and opens it in the browser.
func (c *openCmd) Run(ctx context.Context, m *Main, cli *commands) error {
	db, err := m.openStore(ctx, cli)
	if err != nil {
		return err
	}
	defer db.Close()
	n, err := m.addTo(ctx, db, c.overlays, c.Path)
	if err != nil {
		return err
	}
	fmt.Fprintln(m.Stderr, n)
	if n.failed > 0 && n.added+n.known == 0 {
		return failures(n.failed)
	}
	return errors.Join(m.serve(ctx, db, c.Addr, true), failures(n.failed))
}

// serve answers requests until ctx ends. A default port that is taken is
// replaced by a free one.
func (m *Main) serve(ctx context.Context, db dateline.Store, addr string, browse bool) error {
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		host, _, serr := net.SplitHostPort(addr)
		if serr != nil {
			return fmt.Errorf("%w: --addr %s: %v", dateline.ErrUsage, addr, serr)
		}
		if ln, err = net.Listen("tcp", net.JoinHostPort(host, "0")); err != nil {
			return fmt.Errorf("listening on %s: %w", addr, err)
		}
	}
	url := "http://" + ln.Addr().String()
	fmt.Fprintf(m.Stdout, "dateline serves the record at %s (stop with Ctrl-C)\n", url)
	srv := &http.Server{
		Handler:           web.New(db, web.Options{Version: pipeline.Version}),
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       time.Minute,
	}
	if browse && m.Getenv("DATELINE_BROWSER") != "none" {
		openBrowser(ctx, url)
	}
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		grace, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		_ = srv.Shutdown(grace)
	}()
	if err := srv.Serve(ln); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-stopped
	return nil
}

// openBrowser asks the desktop to show url. Where there is none nothing
// happens: the address has been printed.
func openBrowser(ctx context.Context, url string) {
	name, args := "xdg-open", []string{url}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", url}
	}
	if _, err := exec.LookPath(name); err != nil {
		return
	}
	cmd := exec.CommandContext(ctx, name, args...)
	if cmd.Start() == nil {
		go func() { _ = cmd.Wait() }()
	}
}
