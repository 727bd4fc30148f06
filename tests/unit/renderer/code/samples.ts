/** Small programs with what has to be recognised in them: texts by their class. */
export interface Sample {
  readonly language: string
  readonly code: string
  readonly key?: readonly string[]
  readonly str?: readonly string[]
  readonly num?: readonly string[]
  readonly com?: readonly string[]
  readonly fn?: readonly string[]
  readonly ins?: readonly string[]
  readonly del?: readonly string[]
  readonly plain?: readonly string[]
}

export const samples: readonly Sample[] = [
  {
    language: 'ts',
    code: `import { readFile as read, type Stats } from 'node:fs'
// A comment
export async function load<T>(path: string, limit = 0x10): Promise<T | null> {
  const found = cache.get(path) ?? (await fetch<T>(\`/api/\${path.length / 2}/x\`))
  if (/^a[/]b$/g.test(path) && limit > 1_000) return null
  /* two
     lines */
  return found satisfies T
}
interface Point { readonly x: number; type: string; from(): void }
const double = (x: number) => x / 2 / 1;`,
    key: [
      'import',
      'as',
      'type',
      'from',
      'export async function',
      'const',
      'await',
      'if',
      'return',
      'satisfies',
      'interface',
      'readonly',
    ],
    str: ["'node:fs'", '`/api/', '/x`', '/^a[/]b$/g'],
    num: ['0x10', '1_000', 'null'],
    com: ['// A comment', '/* two', 'lines */'],
    fn: ['load', 'get', 'fetch', 'test', 'Promise', 'Point', 'double', 'from', 'string', 'number'],
    plain: ['path', 'x'],
  },
  {
    language: 'tsx',
    code: `export function App({ name }: Props) {
  const [count, setCount] = useState<number>(0)
  return (
    <>
      <Button kind="big" disabled={count / 2 > 1} onClick={() => setCount(count + 1)}>
        Don't {name ? <b>press "me"</b> : null} // twice
      </Button>
      <br />
    </>
  )
}
const after = 'it'`,
    key: ['export function', 'const', 'return'],
    str: ['"big"', "'it'"],
    num: ['0', '2', '1', 'null'],
    fn: ['App', 'Props', 'useState', '<Button', '</Button>', 'setCount', '<br />'],
    plain: ['kind'],
  },
  {
    language: 'js',
    code: `#!/usr/bin/env node
const half = (a + b) / 2 // 'not' a string
class Stack extends Base { #top = null; static of(x) { return new this(x) } }
for (const x of xs) console.log(\`\${x.map((y) => \`\${y}\`).join()} end\`)`,
    key: ['const', 'class', 'extends', 'static', 'return new this', 'for', 'of'],
    str: ['end`'],
    num: ['2', 'null'],
    com: ["// 'not' a string", '#!/usr/bin/env node'],
    fn: ['Stack', 'Base', 'of', 'log', 'map', 'join'],
  },
  {
    language: 'json',
    code: '{"a": [1, -2.5e3, true, null, "x\\"y"]} // why',
    str: ['"x\\"y"'],
    num: ['1, -2.5e3, true, null'],
    com: ['// why'],
    fn: ['"a"'],
  },
  {
    language: 'python',
    code: `@cache
def area(r: float = 2.5) -> float:
    """Of a circle.

    Two lines."""
    # pi
    return math.pi * r ** 2 if r is not None else f"{r:>3} x"
class Shape(Base): pass`,
    key: ['def', 'return', 'if', 'is not None else', 'class', 'pass'],
    str: ['"""Of a circle.', 'Two lines."""'],
    num: ['2.5', '2'],
    com: ['@cache', '# pi'],
    fn: ['area', 'float', 'Shape'],
    plain: ['math'],
  },
  {
    language: 'bash',
    code: `#!/bin/bash
# install
if [ -z "$1" ]; then echo 'no name' >&2; exit 1; fi
for f in *.txt; do mv "$f" "\${f%.txt}.md"; done`,
    key: ['if', 'then', 'for', 'do', 'done', 'fi'],
    str: ["'no name'"],
    com: ['# install'],
    fn: ['echo', 'mv'],
  },
  {
    language: 'console',
    code: "$ echo 'x' # say\nx 'y\n$ ls",
    str: ["'x'"],
    com: ['$', '# say'],
    fn: ['echo', 'ls'],
    plain: ["x 'y"],
  },
  {
    language: 'go',
    code: 'package main\n// A\nfunc Add(a, b int) string {\n\treturn fmt.Sprintf("%d", a+1) + `raw`\n}',
    key: ['package', 'func', 'return'],
    str: ['"%d"', '`raw`'],
    num: ['1'],
    com: ['// A'],
    fn: ['Add', 'Sprintf'],
  },
  {
    language: 'rust',
    code: '// A\nfn main() {\n    let x: &\'static str = "hi";\n    println!("{}", x.len() + 1);\n}',
    key: ['fn', 'let'],
    str: ['"hi"', '"{}"'],
    num: ['1'],
    com: ['// A'],
    fn: ['main', 'println!', 'len'],
  },
  {
    language: 'java',
    code: '/** Doc */\n@Override\npublic static int add(int a) {\n  return list.size() + 1; // x\n}\nString s = "a";',
    key: ['public static', 'return'],
    str: ['"a"'],
    num: ['1'],
    com: ['/** Doc */', '@Override', '// x'],
    fn: ['int add', 'size'],
  },
  {
    language: 'kotlin',
    code: '// A\nfun greet(name: String): String {\n  val x = 1\n  return "hi $name"\n}',
    key: ['fun', 'val', 'return'],
    num: ['1'],
    com: ['// A'],
    fn: ['greet'],
  },
  {
    language: 'swift',
    code: '// A\nfunc greet(_ name: String) -> String {\n  let x = 1\n  return "hi"\n}',
    key: ['func', 'let', 'return'],
    str: ['"hi"'],
    num: ['1'],
    com: ['// A'],
    fn: ['greet'],
  },
  {
    language: 'c',
    code: '#include <stdio.h>\n/* A */\nint main(void) {\n  printf("%d", 1);\n  return 0;\n}',
    key: ['return'],
    str: ['"%d"'],
    num: ['1', '0'],
    com: ['#include <stdio.h>', '/* A */'],
    fn: ['int main', 'printf'],
  },
  {
    language: 'c++',
    code: '// A\ntemplate <typename T>\nclass Box { public: T get() const { return value; } };\nauto s = std::string("x");',
    key: ['template', 'class', 'return'],
    str: ['"x"'],
    com: ['// A'],
    fn: ['Box', 'get'],
  },
  {
    language: 'c#',
    code: '// A\npublic class Box { public int Get() => 1; }\nvar s = $"x";',
    key: ['public class', 'var'],
    num: ['1'],
    com: ['// A'],
    fn: ['Box', 'int Get'],
  },
  {
    language: 'php',
    code: '<!DOCTYPE html>\n<p><?php\n// A\nfunction f($x) { return "a\nb" . $this->get(1); } ?></p>\n<?= $x ?>',
    key: ['function', 'return'],
    str: ['"a', 'b"'],
    num: ['1'],
    com: ['// A', '<?php', '?>'],
    fn: ['f', '->get', '</p>'],
    plain: ['$x'],
  },
  {
    language: 'ruby',
    code: '# A\ndef greet(name)\n  puts "hi" if name == :ada\n  nil\nend',
    key: ['def', 'if', 'end'],
    str: ['"hi"'],
    com: ['# A'],
    fn: ['greet'],
  },
  {
    language: 'sql',
    code: "-- A\nSELECT name, count(*) FROM users WHERE age > 18 AND city = 'Rome'",
    key: ['SELECT', 'FROM', 'WHERE', 'AND'],
    str: ["'Rome'"],
    num: ['18'],
    com: ['-- A'],
  },
  {
    language: 'html',
    code: '<!-- A -->\n<p class="x">if &amp; <b>\n<script>\nconst s = "</b>" // c\n</script>\n<style>\na { color: red }\n</style>\n<i>z</i>',
    key: ['const'],
    str: ['"x"', '"</b>"'],
    num: ['&amp;'],
    com: ['<!-- A -->', '// c'],
    fn: ['<p', '<b>', '</script>', '</style>', '<i>', 'a'],
    plain: ['class'],
  },
  {
    language: 'xml',
    code: '<?xml version="1.0"?>\n<a b="c"><![CDATA[<x>]]></a>',
    str: ['"c"', '<![CDATA[<x>]]>'],
    com: ['<?xml version="1.0"?>'],
    fn: ['<a', '</a>'],
  },
  {
    language: 'css',
    code: '/* A */\n@media (min-width: 10px) { .box > a { color: red; margin: 0 auto; background: url("x") } }',
    key: ['@media', 'red'],
    str: ['"x"'],
    num: ['10px', '0 auto'],
    com: ['/* A */'],
    fn: ['.box', 'a'],
  },
  {
    language: 'yaml',
    code: '---\n# A\nname: "x"\nlist: # B\n  - 1\n  - a: true\n    run: |\n      if: x\n  - {b: [no, 2], "c": \'d\'}\n  - http://x:1/#y',
    str: ['"x"', 'if: x', "'d'"],
    num: ['1', 'true', 'no, 2'],
    com: ['---', '# A', '# B'],
    fn: ['name', 'list', 'a', 'run', 'b', '"c"'],
    plain: ['http://x:1/#y'],
  },
  {
    language: 'toml',
    code: '# A\n[package]\nname = "x"\nsize = 1\nok = true',
    str: ['"x"'],
    num: ['1', 'true'],
    com: ['# A'],
    fn: ['name', 'size'],
  },
  { language: 'ini', code: '; A\n[main]\nname = x', com: ['; A'], fn: ['name'], key: ['[main]'] },
  {
    language: 'dockerfile',
    code: '# A\nFROM node:20\nRUN npm ci\nCMD ["node"]',
    key: ['FROM', 'RUN', 'CMD'],
    com: ['# A'],
  },
  {
    language: 'diff',
    code: '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new\n same',
    ins: ['+new'],
    del: ['-old'],
    com: ['@@ -1 +1 @@'],
  },
  {
    language: 'lua',
    code: '-- A\nlocal function f(x)\n  return "a" .. 1\nend',
    key: ['local function', 'return', 'end'],
    str: ['"a"'],
    num: ['1'],
    com: ['-- A'],
    fn: ['f'],
  },
  {
    language: 'r',
    code: '# A\nf <- function(x) paste("a", 1)',
    key: ['function'],
    str: ['"a"'],
    num: ['1'],
    com: ['# A'],
    fn: ['paste'],
  },
  {
    language: 'julia',
    code: '# A\nfunction f(x)\n  return "a"\nend',
    key: ['function', 'return', 'end'],
    str: ['"a"'],
    com: ['# A'],
    fn: ['f'],
  },
  {
    language: 'perl',
    code: "# A\nmy $x = 'a';\nsub f { return 1 }",
    key: ['sub', 'return'],
    str: ["'a'"],
    com: ['# A'],
  },
  {
    language: 'powershell',
    code: '# A\nif ($x -eq 1) { Write-Host "a" }',
    key: ['if'],
    str: ['"a"'],
    num: ['1'],
    com: ['# A'],
    fn: ['Write-Host'],
  },
  {
    language: 'elixir',
    code: '# A\ndefmodule Shop do\n  def total(x), do: "a#{x}"\n  @doc """\n  text\n  """\n  :ok\nend',
    key: ['defmodule', 'do', 'def', 'end'],
    str: ['"a#{x}"', 'text'],
    num: [':ok'],
    com: ['# A', '@doc'],
    fn: ['Shop', 'total'],
  },
  {
    language: 'erlang',
    code: '%% A\n-module(shop).\ntotal(X) when X > 1 -> "a", ok.',
    key: ['when'],
    str: ['"a"'],
    num: ['1', 'ok'],
    com: ['%% A', '-module'],
    fn: ['total'],
  },
  {
    language: 'graphql',
    code: '# A\nquery Get($id: ID!) { user(id: $id, name: "x") @include(if: true) { name } }',
    key: ['query'],
    str: ['"x"'],
    num: ['true'],
    com: ['# A', '@include'],
    fn: ['Get', 'user'],
  },
  {
    language: 'makefile',
    code: "# A\nCC := gcc\nifdef X\nendif\nall: main.o\n\t$(CC) -o $@ 'x' # B",
    key: ['ifdef', 'endif'],
    str: ["'x'"],
    num: ['$(CC)', '$@'],
    com: ['# A', '# B'],
    fn: ['all'],
  },
  {
    language: 'markdown',
    code: '# Title\n- **bold** and `code`\n```js\nx\n```\ntext',
    key: ['- **bold**'],
    str: ['`code`', '```js', 'x', '```'],
    fn: ['# Title'],
    plain: ['text'],
  },
  { language: 'csv', code: 'a,1,"b,c"\nd,2.5,e1', str: ['"b,c"'], num: ['1', '2.5'] },
  {
    language: 'haskell',
    code: '-- A\nmain :: IO ()\nmain = do\n  let x = 1\n  putStrLn "a"',
    key: ['= do', 'let'],
    str: ['"a"'],
    num: ['1'],
    com: ['-- A'],
  },
  {
    language: 'proto',
    code: '// A\nsyntax = "proto3";\nmessage Box { string name = 1; }',
    key: ['message'],
    str: ['"proto3"'],
    num: ['1'],
    com: ['// A'],
  },
  { language: 'latex', code: '% A\n\\section{x}\n$a^2$', com: ['% A'], fn: ['\\section'] },
  {
    language: 'http',
    code: 'GET /a HTTP/1.1\nHost: x',
    key: ['GET'],
  },
]
