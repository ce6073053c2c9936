package cli

import (
	"os"
	"strings"

	"charm.land/fang/v2"
	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"

	"entente/ui/theme"
)

const rootLong = `entente reads news articles and shows who met whom, when and where.

Without a PATH it opens the collection that comes with it: the meetings of Ukraine's president in 2023 and 2024.
A PATH is a file, a folder (read with all that is in it) or - for standard input. What yq copies on the screen can stand
beside it: the same filter, order and place. When the output is no terminal, or
one without a screen (TERM=dumb), entente prints what 'entente list' prints.

` + exitHelp

func (a *app) root() *cobra.Command {
	var pick selection
	var look appearance
	c := &cobra.Command{
		Use:   "entente [PATH…]",
		Short: "Who met whom, when and where, read out of news articles",
		Long:  rootLong,
		Example: `entente
entente ~/articles --with estonia --from 2023-04
entente 'with:estonia sort=-sources'
entente list --who kallas --format jsonl ~/articles
entente extract dump.jsonl > events.jsonl`,
		Args: cobra.ArbitraryArgs,
	}
	c.RunE = a.run(func(c *cobra.Command, args []string) error {
		args = pick.lines(args)
		if !isTerminal(a.Out) || !isTerminal(a.In) || os.Getenv("TERM") == "dumb" {
			if !c.Flags().Changed("filter") {
				pick.filter = "" // that of the settings is for the screen
			}
			return a.list(c.Context(), args, &pick, "table")
		}
		return a.browse(c.Context(), args, &pick, look)
	})
	pick.register(c)
	look.register(c)
	p := c.PersistentFlags()
	p.BoolVar(&a.flags.withCollection, "with-collection", false, "read the collection beside the PATHs")
	p.BoolVar(&a.flags.noColor, "no-color", false, "no colours (NO_COLOR does the same)")
	p.BoolVar(&a.flags.ascii, "ascii", false, "only ASCII signs beside the articles' own words")
	p.BoolVar(&a.flags.noIndex, "no-index", false, "read every file, and keep nothing of it for the next time")
	p.BoolVar(&a.flags.noPager, "no-pager", false, "print long answers without stopping at each screen")
	p.BoolVar(&a.flags.noCorrections, "no-corrections", false, "show what was read as it was read, without your corrections")
	p.StringVar(&a.flags.encoding, "encoding", "", "read text that is no UTF-8 in this encoding, such as windows-1251, and do not guess")
	p.StringVar(&a.flags.columns, "columns", "", "where tables and JSON have their fields: published=Date,text=3")
	p.StringVar(&a.flags.debug, "debug", "", "write a log to this file")
	p.StringVar(&a.flags.profile, "cpuprofile", "", "write a processor profile to this file")
	c.CompletionOptions.HiddenDefaultCmd = true
	c.SetHelpCommand(a.helpCommand())
	c.AddCommand(
		a.listCommand(), a.statsCommand(), a.gridCommand(), a.pairCommand(), a.itineraryCommand(), a.sinceCommand(),
		a.readCommand(), a.whyCommand(), a.articlesCommand(),
		a.auditCommand(), a.exportCommand(), a.verifyCommand(), a.extractCommand(),
		a.correctionsCommand(), a.indexCommand(), a.doctorCommand(), a.configCommand(), a.aboutCommand(), a.manCommand())
	c.SetOut(a.Out) // the library asks where to write when the command is made
	c.InitDefaultCompletionCmd()
	completeQuoted(c)
	for _, each := range append(c.Commands(), c) {
		each.Long = flow(each.Long)
		a.completeFlags(each)
	}
	return c
}

// flow joins the lines of each paragraph, for whoever prints it breaks it at
// the width of the terminal. Lines that are set in stay as they are.
func flow(s string) string {
	lines := strings.Split(s, "\n")
	var b strings.Builder
	for i, line := range lines {
		if i > 0 {
			if line == "" || lines[i-1] == "" || strings.HasPrefix(line, " ") {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(line)
	}
	return b.String()
}

// appearance is how the screen looks.
type appearance struct {
	theme               *choice
	mouse, bidi, speech bool
}

func (l *appearance) register(c *cobra.Command) {
	l.theme = newChoice(theme.Names()...)
	c.Flags().Var(l.theme, "theme", "colours: "+strings.Join(l.theme.words, ", "))
	c.Flags().BoolVar(&l.mouse, "mouse", false, "let the mouse scroll and choose")
	c.Flags().BoolVar(&l.bidi, "bidi", false, "put right-to-left text into visual order, where the terminal does not")
	c.Flags().BoolVar(&l.speech, "speech", false, "a screen for a screen reader: words in place of signs, and nothing drawn")
}

// colours is the scheme of the help: the terminal's own colours, and few of them.
func colours(lipgloss.LightDarkFunc) fang.ColorScheme {
	none := lipgloss.NoColor{}
	return fang.ColorScheme{
		Base: none, Title: lipgloss.Cyan, Description: none, Codeblock: none, Program: none, DimmedArgument: none,
		Comment: none, Flag: none, FlagDefault: lipgloss.BrightBlack, Command: none, QuotedString: none, Argument: none,
		Help: none, Dash: none, ErrorHeader: [2]colour{lipgloss.Black, lipgloss.Red}, ErrorDetails: none,
	}
}
