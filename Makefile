# make check is what a change has to pass.

GO      ?= go
FUZZ    ?= 5s
VERSION := $(shell sed -n 's/^const Version = "\(.*\)"/\1/p' cli/cli.go)

.PHONY: check run build same-bytes test race lint fmt fuzz hostile quality weigh calibrate collection bench bench-peers read start dist clean

check: fmt lint test race fuzz

run: ## open the collection
	$(GO) run .

build: ## the same bytes on every machine
	CGO_ENABLED=0 $(GO) build -trimpath -buildvcs=false -ldflags '-s -w -buildid=' -o entente .

same-bytes: ## a build from a copy elsewhere, with nothing compiled before, has the same bytes
	@packaging/same-bytes

test:
	$(GO) test ./...

# Pointers into other types are not followed: nothing here makes any, and in SQLite and the reader of PDF that takes as long as the races.
race:
	CGO_ENABLED=1 $(GO) test -race -short -vet=off -gcflags=all=-d=checkptr=0 ./...

lint:
	golangci-lint run ./...

fmt: ## fails when a file is not formatted
	@golangci-lint fmt --diff ./...

fuzz: ## every fuzz target for a short while
	@bash .ci/fuzz $(FUZZ)

hostile: ## every payload through every way in and out, and the table of them
	$(GO) test ./text/hostile -count=1
	$(GO) test ./ui -run TestHostile -count=1 -hostile
	$(GO) test ./cli -run TestHostile -count=1 -hostile -parallel 8 -timeout 30m -v

costly: ## texts that are made to take long, ten megabytes of each: the time for a megabyte and the memory
	$(GO) test ./loader -run TestLoad_Costly -count=1 -costly 10 -timeout 2h -v

quality: ## how well the labelled articles are read: every figure and every error
	$(GO) test ./loader -run 'TestQuality|TestConfidence' -count=1 -v -errors

weigh: ## set what speaks for a day, a place, and for somebody's having sat at a table of several, by the labelled articles, after a change of the reader and before calibrate
	@$(GO) test ./loader -run TestDays -count=1 -weigh >/dev/null
	@$(GO) test ./loader -run TestSites -count=1 -weigh >/dev/null
	@$(GO) test ./loader -run TestSeats -count=1 -weigh >/dev/null
	$(GO) test ./loader -run 'TestSeats|TestDays|TestSites' -count=1 -v

calibrate: ## set what confidence means by the labelled articles, after a change of the reader
	@$(GO) test ./loader -run TestConfidence -count=1 -calibrate >/dev/null
	$(GO) test ./loader -run TestConfidence -count=1 -v

collection: ## what the program holds of its own articles, after a change of the reader or of an article
	$(GO) test . -run TestCollection_IsReadAsItIsHeld -count=1 -update

bench: ## every benchmark; the budgets stand beside them
	$(GO) test -run '^$$' -bench . -benchmem ./...

bench-peers: ## beside newsboat, less, fzf, ripgrep, SQLite and prose: writes docs/performance.md
	@bench/peers.sh

read: ## reading speed beside ripgrep over the same files
	@bench/read.sh 1000 10000 100000

start: ## the first frame, beside an empty program with the same libraries
	$(GO) run ./bench/start

dist: ## archives, Debian packages and checksums for all systems, in dist/
	packaging/dist

clean:
	rm -f entente
