// Package text is the one door for untrusted text: it repairs, neutralises,
// folds, measures and cuts what articles, file names and feeds bring, before
// any of it reaches the terminal, a file or an error message.
package text
