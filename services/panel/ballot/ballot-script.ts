/**
 * The script of a ballot's page. It runs in any browser, from a file, without a network: so it brings its own SHA-256 (FIPS 180-4),
 * which browsers give only to some origins. Everything of a lead is put on the page as text.
 */
export const BALLOT_SCRIPT = String.raw`'use strict';
(function () {
  var source = document.getElementById('ballot').textContent;
  var ballot = JSON.parse(source);
  var W = ballot.words;
  var at = 0;
  var isSaved = true;
  var said = ballot.cards.map(function () { return { verdict: null, reasonKind: null, words: '' }; });
  var el = function (id) { return document.getElementById(id); };
  var fill = function (text, values) {
    return text.replace(/\{(\w+)\}/g, function (_, key) { return values[key]; });
  };

  function rounds(count, power) {
    var found = [], n = 2;
    while (found.length < count) {
      var isPrime = true;
      for (var d = 2; d * d <= n; d++) if (n % d === 0) isPrime = false;
      if (isPrime) { var root = Math.pow(n, power); found.push(((root - Math.floor(root)) * 4294967296) | 0); }
      n++;
    }
    return found;
  }
  function sha256(text) {
    var K = rounds(64, 1 / 3), H = rounds(8, 1 / 2);
    var bytes = Array.from(new TextEncoder().encode(text));
    var bits = bytes.length * 8;
    bytes.push(128);
    while (bytes.length % 64 !== 56) bytes.push(0);
    for (var b = 7; b >= 0; b--) bytes.push(Math.floor(bits / Math.pow(2, 8 * b)) & 255);
    var turn = function (x, n) { return (x >>> n) | (x << (32 - n)); };
    for (var start = 0; start < bytes.length; start += 64) {
      var w = [];
      for (var i = 0; i < 64; i++) {
        if (i < 16) {
          var p = start + 4 * i;
          w.push((bytes[p] << 24) | (bytes[p + 1] << 16) | (bytes[p + 2] << 8) | bytes[p + 3]);
        } else {
          var a = w[i - 15], e = w[i - 2];
          w.push((w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[i - 7] + (turn(e, 17) ^ turn(e, 19) ^ (e >>> 10))) | 0);
        }
      }
      var h = H.slice();
      for (var r = 0; r < 64; r++) {
        var one = (h[7] + (turn(h[4], 6) ^ turn(h[4], 11) ^ turn(h[4], 25)) + ((h[4] & h[5]) ^ (~h[4] & h[6])) + K[r] + w[r]) | 0;
        var two = ((turn(h[0], 2) ^ turn(h[0], 13) ^ turn(h[0], 22)) + ((h[0] & h[1]) ^ (h[0] & h[2]) ^ (h[1] & h[2]))) | 0;
        h = [(one + two) | 0, h[0], h[1], h[2], (h[3] + one) | 0, h[4], h[5], h[6]];
      }
      for (var j = 0; j < 8; j++) H[j] = (H[j] + h[j]) | 0;
    }
    return H.map(function (x) { return (x >>> 0).toString(16).padStart(8, '0'); }).join('');
  }

  function items(list, texts) {
    list.replaceChildren();
    texts.forEach(function (text) { var item = document.createElement('li'); item.textContent = text; list.append(item); });
  }
  function left() { return said.filter(function (one) { return one.verdict === null; }).length; }
  function show() {
    var card = ballot.cards[at], mine = said[at];
    el('lead').textContent = fill(W.lead, { n: at + 1, total: ballot.cards.length });
    el('left').textContent = left() === 0 ? '' : fill(W.left, { n: left() });
    el('progress').value = said.length - left();
    el('age').textContent = card.age;
    var facts = el('facts');
    facts.replaceChildren();
    card.facts.forEach(function (fact) {
      var term = document.createElement('dt'), value = document.createElement('dd');
      term.textContent = fact[0];
      value.textContent = fact[1] === null ? W.missing : fact[1];
      if (fact[1] === null) value.className = 'missing';
      facts.append(term, value);
    });
    items(el('acts'), card.acts.length === 0 ? [W.nothing] : card.acts);
    document.querySelectorAll('[data-verdict]').forEach(function (b) { b.setAttribute('aria-pressed', String(b.dataset.verdict === mine.verdict)); });
    document.querySelectorAll('[data-reason]').forEach(function (b) { b.setAttribute('aria-pressed', String(b.dataset.reason === mine.reasonKind)); });
    el('words').value = mine.words;
    el('back').disabled = at === 0;
    el('next').disabled = at === said.length - 1;
    el('save').disabled = left() > 0;
    if (left() > 0) el('status').textContent = W.notYet;
    else if (!isSaved) el('status').textContent = '';
  }
  function go(to) { at = Math.min(said.length - 1, Math.max(0, to)); show(); }
  function say(verdict) { said[at].verdict = verdict; isSaved = false; show(); }
  function because(kind) { said[at].reasonKind = said[at].reasonKind === kind ? null : kind; isSaved = false; show(); }
  function save() {
    if (left() > 0) return;
    var answers = said.map(function (one, index) {
      return { card: ballot.cards[index].card, verdict: one.verdict, reasonKind: one.reasonKind, words: one.words.trim() };
    });
    var seal = sha256([ballot.secret, sha256(JSON.stringify(ballot.cards)), JSON.stringify(answers), ballot.secret].join('\n'));
    var file = JSON.stringify({ format: 'accord.ballot/1', ballot: ballot.nonce, answers: answers, seal: seal }, null, 1);
    var link = document.createElement('a');
    link.download = ballot.answersName;
    link.href = URL.createObjectURL(new Blob([file], { type: 'application/json' }));
    document.body.append(link);
    link.click();
    link.remove();
    isSaved = true;
    el('status').textContent = fill(W.saved, { name: ballot.answersName });
  }

  document.querySelectorAll('[data-verdict]').forEach(function (b) { b.addEventListener('click', function () { say(b.dataset.verdict); }); });
  document.querySelectorAll('[data-reason]').forEach(function (b) { b.addEventListener('click', function () { because(b.dataset.reason); }); });
  el('words').addEventListener('input', function () { said[at].words = el('words').value; isSaved = false; });
  el('back').addEventListener('click', function () { go(at - 1); });
  el('next').addEventListener('click', function () { go(at + 1); });
  el('save').addEventListener('click', save);
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target === el('words')) return;
    var key = event.key.toLowerCase();
    var verdict = { y: 'yes', n: 'no', '?': 'unsure' }[key];
    var reason = document.querySelectorAll('[data-reason]')[Number(key) - 1];
    if (verdict) say(verdict);
    else if (reason) because(reason.dataset.reason);
    else if (key === 'arrowleft') go(at - 1);
    else if (key === 'arrowright' || (key === 'enter' && event.target === document.body)) go(at + 1);
    else return;
    event.preventDefault();
  });
  window.addEventListener('beforeunload', function (event) { if (!isSaved) event.preventDefault(); });
  show();
})();
`;
