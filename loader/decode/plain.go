package decode

import "entente/model"

// decodePlain takes a file as one article: all of it, since nothing but the
// reading of it can tell header, text and tail apart.
func decodePlain(d *decoder, in input) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	return d.give(in, &model.Article{Text: d.coding.text(b, "")})
}
