// Command entente reads news articles and shows who met whom, when and where.
package main

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"entente/articles"
	"entente/cli"
	"entente/loader"
	"entente/loader/extract"
	"entente/loader/gazetteer"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	code := cli.Main(ctx, os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, engine)
	stop()
	os.Exit(code)
}

// engine brings the tables in; it is called by the commands that read articles.
func engine() cli.Engine {
	names := gazetteer.Default()
	return cli.Engine{
		Reader: sync.OnceValue(func() loader.Reader { return extract.New(names) }), News: loader.News, Merge: loader.Merge, Names: names, Collection: articles.Read,
	}
}
