package dateline_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/dateline/dateline"

// mayImport holds, for each package of ours, the packages of ours that it may
// import besides the root. A package that is not listed fails the test: whoever
// adds one decides here where it stands.
var mayImport = map[string][]string{
	"":                     {},
	"internal/lexicon":     {},
	"internal/conllu":      {},
	"internal/ingest":      {},
	"internal/segment":     {"internal/lexicon"},
	"internal/token":       {"internal/lexicon"},
	"internal/syntax":      {"internal/conllu"},
	"internal/timex":       {},
	"internal/place":       {"internal/lexicon"},
	"internal/entity":      {"internal/lexicon"},
	"internal/attrib":      {"internal/lexicon"},
	"internal/plover":      {},
	"internal/judge":       {"internal/plover"},
	"internal/judge/train": {"internal/judge", "pipeline"},
	"internal/coder":       {"internal/lexicon", "internal/plover"},
	"internal/merge":       {"internal/plover"},
	"internal/reliance":    {},
	"internal/store":       {},
	"internal/export":      {"internal/plover", "internal/reliance"},
	"internal/web":         {"internal/plover", "internal/export", "internal/reliance"},
	"pipeline": {"internal/attrib", "internal/coder", "internal/entity", "internal/ingest", "internal/judge",
		"internal/lexicon", "internal/merge", "internal/place", "internal/plover", "internal/segment",
		"internal/syntax", "internal/timex", "internal/token"},
}

// onlyHere holds the packages from outside that one of ours alone may import.
var onlyHere = map[string][]string{
	"database/sql":       {"internal/store"},
	"modernc.org/sqlite": {"internal/store"},
	"net/http":           {"internal/ingest", "internal/web", "cmd/dateline"},
}

// stdlibOnly lists the packages that import nothing from outside the standard
// library.
var stdlibOnly = []string{"", "pipeline", "internal/merge", "internal/plover", "internal/timex", "internal/coder", "internal/attrib"}

// TestImports keeps the dependency rules of ARCHITECTURE.md by reading the
// imports of every file that is built into the program.
func TestImports(t *testing.T) {
	seen := 0
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || file != "." && strings.HasPrefix(d.Name(), ".")) {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(file, ".go") {
			return nil
		}
		seen++
		checkFile(t, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 10 {
		t.Fatalf("read %d files only: the test looks in the wrong place", seen)
	}
}

func checkFile(t *testing.T, file string) {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	pkg := path.Dir(filepath.ToSlash(file))
	if pkg == "." {
		pkg = ""
	}
	isTest := strings.HasSuffix(file, "_test.go")
	for _, spec := range f.Imports {
		imp, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		checkImport(t, file, pkg, imp, isTest)
	}
}

func checkImport(t *testing.T, file, pkg, imp string, isTest bool) {
	t.Helper()
	ours, isOurs := strings.CutPrefix(imp, module)
	ours = strings.TrimPrefix(ours, "/")
	switch {
	case isOurs && isTest && ours == "pipeline": // a stage's tests may read whole texts
	case isOurs && ours != "" && ours != pkg && !allowed(pkg, ours):
		t.Errorf("%s: %s may not import %s", file, pkg, ours)
	case !isOurs && !isTest && !owner(pkg, imp):
		t.Errorf("%s: only %v may import %s", file, onlyHere[imp], imp)
	case !isOurs && !isTest && slices.Contains(stdlibOnly, pkg) && strings.Contains(strings.SplitN(imp, "/", 2)[0], "."):
		t.Errorf("%s: %s imports the standard library only, not %s", file, pkg, imp)
	}
}

// allowed reports whether pkg may import ours. Commands wire everything; a
// folder below a package (its training command, its shared tests) follows the
// package's rule and may import the package itself.
func allowed(pkg, ours string) bool {
	if strings.HasPrefix(pkg, "cmd/") {
		return true
	}
	for base := pkg; base != "." && base != "/"; base = path.Dir(base) {
		if list, ok := mayImport[base]; ok {
			return base == ours || strings.HasPrefix(ours, base+"/") || slices.Contains(list, ours)
		}
	}
	return false
}

func owner(pkg, imp string) bool {
	list, restricted := onlyHere[imp]
	if !restricted {
		return true
	}
	return slices.ContainsFunc(list, func(o string) bool { return pkg == o || strings.HasPrefix(pkg, o+"/") })
}
