/** Text that has broken out of its place in one page or another: tags, attributes, style, comments, addresses, encodings. */
export const HOSTILE: readonly string[] = [
  '<script>window.hacked = 1</script>',
  '"><img src=x onerror="window.hacked = 2">',
  "'><svg onload=window.hacked=3>",
  '</title></style></textarea></noscript><script>window.hacked = 4</script>',
  '<!-- --><iframe srcdoc="<script>parent.hacked = 5</script>"></iframe>',
  ']]><math><mtext><style><img src onerror=window.hacked=6>',
  '&lt;script&gt;window.hacked = 7&lt;/script&gt;',
  '<a href="javascript:window.hacked = 8">x</a>',
  '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">',
  '<link rel=stylesheet href="http://127.0.0.1:9/x.css"><base href="http://127.0.0.1:9/">',
  '" style="background:url(http://127.0.0.1:9/x)" onmouseover="window.hacked=9',
  '` onfocus=window.hacked=10 autofocus `',
  '\u202egnp.exe\u2066 \u0000\u001b[31m \ufeff \ud800',
  '{{constructor.constructor("window.hacked=11")()}}',
];

/** Words that offer no place to break. */
export const LONG_WORDS: readonly string[] = ['x'.repeat(80), `https://example.test/${'y'.repeat(280)}`];

/** Addresses that must not become links. */
export const HOSTILE_ADDRESSES: readonly string[] = [
  'javascript:window.hacked=20',
  'JaVaScRiPt:window.hacked=21',
  ' javascript:window.hacked=22',
  'java\tscript:window.hacked=23',
  'data:text/html,<script>parent.hacked=24</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'http://example.test/"onmouseover="window.hacked=25',
  'https://example.test/?q=<script>window.hacked=26</script>',
];
