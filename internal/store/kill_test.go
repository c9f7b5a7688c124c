package store

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/dateline/dateline"
)

// writerEnv makes the test binary a process that stores documents without end.
const writerEnv = "DATELINE_TEST_WRITER"

func TestMain(m *testing.M) {
	if path := os.Getenv(writerEnv); path != "" {
		writeUntilKilled(path)
	}
	os.Exit(m.Run())
}

// writeUntilKilled prints each document's name once it is stored.
func writeUntilKilled(path string) {
	db, err := Open(context.Background(), path)
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	for i := 0; ; i++ {
		doc, reports := sample(fmt.Sprintf("%d-%d", os.Getpid(), i), 50)
		if _, err := db.AddDocument(context.Background(), doc, reports); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		fmt.Println("stored", doc.ID)
	}
}

// TestKill kills a writing process again and again: what it reported as stored
// is there, and no document is there by half.
func TestKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	var stored []dateline.DocumentID
	random := rand.New(rand.NewPCG(1, 2))
	for range 12 {
		stored = append(stored, killed(t, path, time.Duration(20+random.IntN(60))*time.Millisecond)...)
	}
	db, err := Open(t.Context(), path)
	must(t, err)
	defer db.Close()
	if len(stored) < 12 {
		t.Fatalf("only %d documents were stored in all", len(stored))
	}
	for _, id := range stored {
		if known, err := db.HasDocument(t.Context(), id); err != nil || !known {
			t.Errorf("%s was reported as stored and is lost (%v)", id, err)
		}
	}
	checkWhole(t, db)
}

// checkWhole fails where a document lacks its report or some of its claims.
func checkWhole(t *testing.T, db *DB) {
	t.Helper()
	ids, err := db.Documents(t.Context())
	must(t, err)
	reports, err := db.Reports(t.Context())
	must(t, err)
	claims, err := db.Claims(t.Context())
	must(t, err)
	if len(reports) != len(ids) || len(claims) != 50*len(ids) {
		t.Errorf("%d documents, %d reports, %d claims", len(ids), len(reports), len(claims))
	}
	var verdict string
	must(t, db.db.QueryRow("PRAGMA integrity_check").Scan(&verdict))
	if verdict != "ok" {
		t.Errorf("integrity check: %s", verdict)
	}
}

// killed runs a writer, kills it some time after its first document, and returns
// the documents that it reported as stored.
func killed(t *testing.T, path string, after time.Duration) []dateline.DocumentID {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), writerEnv+"="+path)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	var ids []dateline.DocumentID
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		id, ok := strings.CutPrefix(lines.Text(), "stored ")
		if !ok {
			t.Errorf("the writer says %q", lines.Text())
		}
		if ids = append(ids, dateline.DocumentID(id)); len(ids) == 1 {
			time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		}
	}
	_ = cmd.Wait() // killed: the error is expected
	return ids
}
