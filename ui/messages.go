package ui

import (
	"entente/model"
	"entente/ui/reader"
)

// loadedMsg comes from the load that Init or reload began; loaded answers it.
// A load that a newer one has overtaken is dropped by its number.
type loadedMsg struct {
	gen    int
	loaded Loaded
	err    error
}

// progressMsg comes from the channel that a load reports to; the handler asks for the next.
type progressMsg struct {
	gen int
	Progress
}

// pageSetMsg comes from a layout made off the event loop; the reader takes it if it still wants it.
type pageSetMsg reader.Result

// facetsCountedMsg comes from counting the values of the facet column off the
// event loop; it is dropped when the filter has changed since.
type facetsCountedMsg struct {
	gen    int
	counts map[model.Field][]model.Count
}

// openedMsg comes from showing an address outside of the program.
type openedMsg struct {
	url string
	err error
}
