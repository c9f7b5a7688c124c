package main

import (
	"context"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes the test binary the program itself when a script calls it.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"dateline": func() {
			main := &Main{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv}
			os.Exit(main.Run(context.Background(), os.Args[1:]))
		},
	})
}

// TestScripts drives the program as a user does; one file a subject.
func TestScripts(t *testing.T) {
	example, err := os.ReadFile("../../examples/steppe-treaty-2011.txt")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("DATELINE_BROWSER", "none")
			return os.WriteFile(env.WorkDir+"/example.txt", example, 0o644)
		},
	})
}
