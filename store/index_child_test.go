package store_test

func indexForever(string) {}
