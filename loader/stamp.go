package loader

import (
	"io/fs"

	"entente/model"
)

// stamp tells the state of a file; ok is false for what is none and for what is inside the program.
func stamp(info fs.FileInfo) (s model.Stamp, ok bool) {
	if !info.Mode().IsRegular() || info.ModTime().IsZero() {
		return s, false
	}
	return model.Stamp{Size: info.Size(), Modified: modified(info)}, true
}

// modified is when a file was changed last, in nanoseconds since 1970: its content, or what the system knows of it. Programs
// may set the time of the content back to what it was, as some editors and most copying do; the other time is the system's alone.
func modified(info fs.FileInfo) int64 { return max(info.ModTime().UnixNano(), altered(info)) }
