package attrib

// findSource finds who speaks.
func (f *finding) findSource() {}

// findContent finds what is said, and reports whether there is any.
func (f *finding) findContent() bool { return false }
