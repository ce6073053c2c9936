package model

// Stamp tells one state of a file from another.
type Stamp struct {
	Size     int64
	Modified int64    // in nanoseconds since 1970: its content, or what the system knows of it
	Sum      [32]byte // SHA-256 of its bytes; zero where they were not all read
}
