package loader

// Altered is for the tests of the package's outside.
var Altered = altered
