//go:build !unix

package loader

import "os"

// openFlags open a file for reading.
const openFlags = os.O_RDONLY
