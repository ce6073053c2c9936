package loader

import (
	"slices"

	"entente/model"
)

// Unite makes one meeting of reports that somebody says are of one encounter,
// whatever Merge thinks of them: each field is chosen by the same vote. It is
// for corrections; the meeting's ID is the caller's to give.
func Unite(reports []*model.Report) *model.Meeting {
	var articles []*model.Article
	for _, r := range reports {
		if !slices.Contains(articles, r.Article) {
			articles = append(articles, r.Article)
		}
	}
	m := newMerger(articles)
	wanted := make(map[*model.Report]bool, len(reports))
	for _, r := range reports {
		wanted[r] = true
	}
	var group []int32
	for i := range m.claims {
		if wanted[m.claims[i].report] {
			group = append(group, int32(i))
		}
	}
	return m.meeting(group)
}
