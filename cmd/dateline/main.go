// Command dateline turns press coverage into a sourced record of political
// events: who did what to whom, when and where, according to whom.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/alecthomas/kong"

	"github.com/dateline/dateline"
)

// Exit codes of the program.
const (
	exitOK     = 0
	exitFailed = 1 // something could not be done; what could be was done
	exitUsage  = 2 // the command line is wrong; nothing was done
)

// Main is the program with its surroundings, so that tests run what users run.
type Main struct {
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Getenv func(string) string
}

// commands is the command line: one field a command.
type commands struct {
	Open        openCmd        `cmd:"" help:"Code texts, store them, and show the record in the browser."`
	Add         addCmd         `cmd:"" help:"Code texts and store them."`
	Code        codeCmd        `cmd:"" help:"Code texts and print one claim a line as JSON; stores nothing."`
	Events      eventsCmd      `cmd:"" help:"List the events of the record."`
	Commitments commitmentsCmd `cmd:"" help:"List what each side has bound itself to or announced."`
	Show        showCmd        `cmd:"" help:"Show one event with its claims, chains of attribution and quotations."`
	Sources     sourcesCmd     `cmd:"" help:"Show who relies on whom: outlets, agencies and speakers, as a table or a graph."`
	Judge       judgeCmd       `cmd:"" help:"Say that claims are one event, are two, are wrong, or need another value; list and revoke what was said."`
	Review      reviewCmd      `cmd:"" help:"Walk through the least certain merges and judge them."`
	Diff        diffCmd        `cmd:"" help:"Show what differs between two records."`
	Export      exportCmd      `cmd:"" help:"Write the record as JSON lines, PLOVER records or CSV."`
	Serve       serveCmd       `cmd:"" help:"Serve the pages of the record."`
	Parse       parseCmd       `cmd:"" help:"Write the syntax of texts as CoNLL-U."`
	Actors      actorsCmd      `cmd:"" help:"Make actor lists of other programs' dictionaries, and show what is known of a name."`
	Annotate    annotateCmd    `cmd:"" help:"Write times, places, actors or attributions of texts as JSON lines."`
	Relate      relateCmd      `cmd:"" help:"Name the event between marked pairs of actors."`
	Explain     explainCmd     `cmd:"" help:"Show, sentence by sentence, why a claim came out or not."`
	Eval        evalCmd        `cmd:"" help:"Score claims or pairs against your own annotation."`
	Version     versionCmd     `cmd:"" help:"Print the version."`

	Store string `help:"File of the record." env:"DATELINE_STORE" placeholder:"FILE"`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	m := &Main{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv}
	os.Exit(m.Run(ctx, os.Args[1:]))
}

// Run carries out one command line and returns the exit code.
func (m *Main) Run(ctx context.Context, args []string) int {
	var cli commands
	exit := -1
	parser, err := kong.New(&cli,
		kong.Name("dateline"),
		kong.Description("Turns press coverage into a sourced record of political events.\n\n"+
			"Exit codes: 0 all done, 1 something failed (the rest was done), 2 wrong usage."),
		kong.Writers(m.Stdout, m.Stderr),
		kong.Exit(func(code int) { exit = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
	if err != nil {
		fmt.Fprintln(m.Stderr, "dateline:", err)
		return exitUsage
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	kctx, err := parser.Parse(args)
	if exit >= 0 {
		return exit
	}
	if err != nil {
		fmt.Fprintf(m.Stderr, "dateline: %v\nRun \"dateline --help\" for the commands.\n", err)
		return exitUsage
	}
	kctx.BindTo(ctx, (*context.Context)(nil))
	return m.exitCode(kctx.Run(m, &cli))
}

// exitCode reports err and says how the program ends.
func (m *Main) exitCode(err error) int {
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(m.Stderr, "dateline: interrupted; what was stored is kept, the same command goes on from there")
		return exitFailed
	case errors.Is(err, syscall.EPIPE):
		return exitFailed
	}
	fmt.Fprintln(m.Stderr, "dateline:", err)
	if errors.Is(err, dateline.ErrUsage) {
		return exitUsage
	}
	return exitFailed
}

// storePath is the record's file: the flag or variable, else a file in the user's
// data folder.
func (m *Main) storePath(cli *commands) (string, error) {
	if cli.Store != "" {
		return cli.Store, nil
	}
	dir := m.Getenv("XDG_DATA_HOME")
	if dir == "" {
		home := m.Getenv("HOME")
		if home == "" {
			home = m.Getenv("USERPROFILE")
		}
		if home == "" {
			return "", fmt.Errorf("%w: no home folder for the record: name a file with --store", dateline.ErrUsage)
		}
		dir = filepath.Join(home, ".local", "share")
	}
	return filepath.Join(dir, "dateline", "record.db"), nil
}
