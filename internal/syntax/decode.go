package syntax

import (
	"encoding/binary"
	"errors"
)

var errModel = errors.New("the model file is damaged or of another version")

func appendString(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

func appendStrings(out []byte, ss []string) []byte {
	out = binary.AppendUvarint(out, uint64(len(ss)))
	for _, s := range ss {
		out = appendString(out, s)
	}
	return out
}

// decoder reads a model file; err stays set after the first fault.
type decoder struct {
	b   []byte
	err error
}

func (d *decoder) fail() { d.err, d.b = errModel, nil }

func (d *decoder) uvarint() uint64 {
	v, n := binary.Uvarint(d.b)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.b = d.b[n:]
	return v
}

func (d *decoder) bytes(n uint64) []byte {
	if n > uint64(len(d.b)) {
		d.fail()
		return nil
	}
	b := d.b[:n:n]
	d.b = d.b[n:]
	return b
}

func (d *decoder) uint32() uint32 {
	b := d.bytes(4)
	if b == nil {
		return 0
	}
	return binary.LittleEndian.Uint32(b)
}

func (d *decoder) string() string { return string(d.bytes(d.uvarint())) }

func (d *decoder) strings() []string {
	var out []string
	for n := d.uvarint(); n > 0 && d.err == nil; n-- {
		out = append(out, d.string())
	}
	return out
}

// table reads strings by key.
func (d *decoder) table() map[string]string {
	n := d.uvarint()
	out := make(map[string]string, min(n, uint64(len(d.b))))
	for ; n > 0 && d.err == nil; n-- {
		k := d.string()
		out[k] = d.string()
	}
	return out
}
