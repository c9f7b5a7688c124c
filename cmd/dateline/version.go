package main

import (
	"fmt"
	"runtime"

	"github.com/dateline/dateline/pipeline"
)

type versionCmd struct{}

// Run prints the program's version and the Go version that built it.
func (versionCmd) Run(m *Main) error {
	_, err := fmt.Fprintf(m.Stdout, "dateline %s %s %s/%s\n", pipeline.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
