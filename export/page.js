"use strict";
(function () {
  var find = document.getElementById("find"), party = document.getElementById("party");
  var kind = document.getElementById("kind"), year = document.getElementById("year");
  var rows = Array.from(document.querySelectorAll(".meeting"));
  function fold(s) { return s.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  function show() {
    var words = fold(find.value).split(/\s+/).filter(Boolean), n = 0;
    rows.forEach(function (r) {
      var d = r.dataset;
      var ok = (!kind.value || d.kind === kind.value) && (!year.value || d.year === year.value) &&
        (!party.value || d.parties.split(" ").indexOf(party.value) >= 0) &&
        words.every(function (w) { return d.words.indexOf(w) >= 0; });
      r.hidden = !ok;
      if (ok) { n++; }
    });
    document.getElementById("shown").textContent = n;
    document.getElementById("none").hidden = n > 0;
  }
  [find, party, kind, year].forEach(function (e) {
    e.addEventListener("input", show);
    e.addEventListener("change", show); // all that some browsers tell of a choice in a list
  });
}());
