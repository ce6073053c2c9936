// Package store keeps what lasts: the user's corrections, marks and saved
// views, and the index of what was read.
//
// What the user wrote is kept in text files of one format (line.go), written
// whole or not at all (file.go):
//
//	file ──► Sheet ──► lines ──► corrections ──► Apply ──► meetings as the user says
//	                        ╰──► marks, views
//
// A line addresses a meeting by content, never by its place in a list, so that
// it holds after files were added, renamed and read again by another engine
// (address.go). The index is a cache: it can be deleted at any time.
package store
