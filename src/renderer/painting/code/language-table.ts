import type { Language, LanguageOptions } from './language'
import { languageOf } from './language'
import type { LineParser } from './line-parser'

export interface LanguageEntry {
  /** How people call it. */
  readonly name: string
  /** Null for what has no colours. */
  readonly load: (() => Promise<Language>) | null
}

/** A parser of the library has a class for its stream that is ours in all that it uses. */
function legacy(
  load: () => Promise<{ readonly token: unknown }>,
  options?: LanguageOptions,
): () => Promise<Language> {
  return async () => languageOf((await load()) as unknown as LineParser, options)
}

function own(load: () => Promise<LineParser>, options?: LanguageOptions): () => Promise<Language> {
  return async () => languageOf(await load(), options)
}

const script = (parser: 'javascript' | 'typescript' | 'tsx') =>
  own(async () => (await import('./languages/script'))[parser])
const html = own(async () => (await import('./languages/html')).html)
const xml = own(async () => (await import('./languages/html')).xml)
const json = own(async () => (await import('./languages/json')).json)
const clike = (
  parser: 'c' | 'cpp' | 'csharp' | 'dart' | 'java' | 'kotlin' | 'objectiveC' | 'scala' | 'shader',
) => legacy(async () => (await import('@codemirror/legacy-modes/mode/clike'))[parser])
const sql = (parser: 'standardSQL' | 'msSQL' | 'mySQL' | 'pgSQL' | 'plSQL' | 'sqlite') =>
  legacy(async () => (await import('@codemirror/legacy-modes/mode/sql'))[parser])
const css = (parser: 'css' | 'scss' | 'less') =>
  own(async () => (await import('./languages/css'))[parser], {
    names: { def: 'key', variable: null, 'variableName.definition': null },
  })
const ml = (parser: 'oCaml' | 'fSharp') =>
  legacy(async () => (await import('@codemirror/legacy-modes/mode/mllike'))[parser])
const settings = { names: { def: 'fn', header: 'key', string: 'str' }, hasCalls: false } as const

/** Name, the words after a fence that mean it, and how its parser is loaded. */
const table: readonly (readonly [string, string, LanguageEntry['load']])[] = [
  ['JavaScript', 'javascript js mjs cjs node es6', script('javascript')],
  ['JSX', 'jsx javascriptreact', script('javascript')],
  ['TypeScript', 'typescript ts mts cts', script('typescript')],
  ['TSX', 'tsx typescriptreact', script('tsx')],
  ['JSON', 'json jsonc json5 jsonl ndjson webmanifest geojson', json],
  [
    'Python',
    'python py python3 py3 pyi pycon ipython gyp',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/python')).python),
  ],
  [
    'Shell',
    'bash sh shell zsh fish ksh',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/shell')).shell, {
      names: { def: null, attribute: null },
    }),
  ],
  [
    'Console',
    'console shell-session shellsession sh-session terminal',
    own(async () => (await import('./languages/shell-session')).shellSession, {
      names: { def: null, attribute: null },
    }),
  ],
  [
    'PowerShell',
    'powershell ps1 pwsh posh',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/powershell')).powerShell),
  ],
  ['HTML', 'html htm xhtml', html],
  ['Vue', 'vue', html],
  ['Svelte', 'svelte', html],
  ['Astro', 'astro', html],
  ['Handlebars', 'handlebars hbs mustache', html],
  ['XML', 'xml xsd xsl xslt rss atom plist xaml wsdl', xml],
  ['SVG', 'svg', xml],
  ['CSS', 'css', css('css')],
  ['SCSS', 'scss', css('scss')],
  ['Less', 'less', css('less')],
  ['Sass', 'sass', legacy(async () => (await import('@codemirror/legacy-modes/mode/sass')).sass)],
  [
    'Stylus',
    'stylus styl',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/stylus')).stylus),
  ],
  [
    'YAML',
    'yaml yml',
    own(async () => (await import('./languages/yaml')).yaml, { hasCalls: false }),
  ],
  [
    'TOML',
    'toml',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/toml')).toml, {
      names: { property: 'fn' },
      hasCalls: false,
    }),
  ],
  [
    'INI',
    'ini cfg conf editorconfig',
    legacy(
      async () => (await import('@codemirror/legacy-modes/mode/properties')).properties,
      settings,
    ),
  ],
  [
    'Properties',
    'properties dotenv env',
    legacy(
      async () => (await import('@codemirror/legacy-modes/mode/properties')).properties,
      settings,
    ),
  ],
  ['PHP', 'php php3 php8', own(async () => (await import('./languages/php')).php)],
  ['Java', 'java', clike('java')],
  ['Kotlin', 'kotlin kt kts', clike('kotlin')],
  ['Scala', 'scala sc', clike('scala')],
  ['C', 'c h', clike('c')],
  ['C++', 'cpp c++ cc cxx hpp hxx ino arduino cuda cu', clike('cpp')],
  ['C#', 'csharp cs c# dotnet', clike('csharp')],
  ['Objective-C', 'objectivec objective-c objc obj-c mm', clike('objectiveC')],
  ['Dart', 'dart', clike('dart')],
  ['GLSL', 'glsl hlsl wgsl shader metal', clike('shader')],
  ['Go', 'go golang', legacy(async () => (await import('@codemirror/legacy-modes/mode/go')).go)],
  [
    'Rust',
    'rust rs',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/rust')).rust),
  ],
  [
    'Swift',
    'swift',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/swift')).swift),
  ],
  [
    'Ruby',
    'ruby rb irb rake gemfile',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/ruby')).ruby),
  ],
  [
    'Crystal',
    'crystal cr',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/crystal')).crystal),
  ],
  ['Elixir', 'elixir ex exs', own(async () => (await import('./languages/elixir')).elixir)],
  ['Erlang', 'erlang erl', own(async () => (await import('./languages/erlang')).erlang)],
  [
    'Haskell',
    'haskell hs',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/haskell')).haskell),
  ],
  ['Elm', 'elm', legacy(async () => (await import('@codemirror/legacy-modes/mode/elm')).elm)],
  ['OCaml', 'ocaml ml reason', ml('oCaml')],
  ['F#', 'fsharp fs f#', ml('fSharp')],
  [
    'Clojure',
    'clojure clj cljs edn',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/clojure')).clojure),
  ],
  [
    'Lisp',
    'lisp commonlisp common-lisp elisp emacs-lisp',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/commonlisp')).commonLisp),
  ],
  [
    'Scheme',
    'scheme scm racket rkt',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/scheme')).scheme),
  ],
  ['Lua', 'lua luau', legacy(async () => (await import('@codemirror/legacy-modes/mode/lua')).lua)],
  [
    'Perl',
    'perl pl pm',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/perl')).perl, {
      names: { meta: 'fn' },
    }),
  ],
  ['R', 'r rlang rscript', legacy(async () => (await import('@codemirror/legacy-modes/mode/r')).r)],
  [
    'Julia',
    'julia jl',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/julia')).julia),
  ],
  [
    'MATLAB',
    'matlab octave',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/octave')).octave),
  ],
  [
    'Groovy',
    'groovy gradle jenkinsfile',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/groovy')).groovy),
  ],
  [
    'Visual Basic',
    'vb vbnet vb.net visualbasic vba',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/vb')).vb),
  ],
  [
    'Pascal',
    'pascal delphi objectpascal',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/pascal')).pascal),
  ],
  [
    'Fortran',
    'fortran f90 f95',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/fortran')).fortran),
  ],
  ['D', 'd dlang', legacy(async () => (await import('@codemirror/legacy-modes/mode/d')).d)],
  ['Tcl', 'tcl', legacy(async () => (await import('@codemirror/legacy-modes/mode/tcl')).tcl)],
  [
    'CoffeeScript',
    'coffeescript coffee',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/coffeescript')).coffeeScript),
  ],
  ['SQL', 'sql ddl dml', sql('standardSQL')],
  ['PostgreSQL', 'postgresql postgres pgsql psql plpgsql', sql('pgSQL')],
  ['MySQL', 'mysql mariadb', sql('mySQL')],
  ['SQLite', 'sqlite sqlite3', sql('sqlite')],
  ['T-SQL', 'tsql t-sql mssql', sql('msSQL')],
  ['PL/SQL', 'plsql pl/sql', sql('plSQL')],
  ['GraphQL', 'graphql gql', own(async () => (await import('./languages/graphql')).graphql)],
  [
    'Protocol Buffers',
    'proto protobuf proto3',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/protobuf')).protobuf),
  ],
  [
    'Dockerfile',
    'dockerfile docker containerfile',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/dockerfile')).dockerFile),
  ],
  [
    'Makefile',
    'makefile make mk',
    own(async () => (await import('./languages/makefile')).makefile),
  ],
  [
    'CMake',
    'cmake',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/cmake')).cmake),
  ],
  [
    'NGINX',
    'nginx',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/nginx')).nginx),
  ],
  [
    'Diff',
    'diff patch udiff',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/diff')).diff, {
      hasCalls: false,
    }),
  ],
  [
    'HTTP',
    'http https rest',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/http')).http, {
      names: { atom: 'fn' },
      hasCalls: false,
    }),
  ],
  [
    'LaTeX',
    'latex tex sty bibtex',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/stex')).stex, {
      hasCalls: false,
    }),
  ],
  [
    'Markdown',
    'markdown md mdx mdown',
    own(async () => (await import('./languages/markdown')).markdown, { hasCalls: false }),
  ],
  ['CSV', 'csv tsv', own(async () => (await import('./languages/csv')).csv, { hasCalls: false })],
  [
    'Verilog',
    'verilog sv systemverilog',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/verilog')).verilog),
  ],
  [
    'VHDL',
    'vhdl vhd',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/vhdl')).vhdl),
  ],
  [
    'WebAssembly',
    'wasm wat wast webassembly',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/wast')).wast),
  ],
  [
    'Assembly',
    'asm assembly nasm gas x86asm s',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/gas')).gas),
  ],
  [
    'Cypher',
    'cypher neo4j',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/cypher')).cypher),
  ],
  [
    'SPARQL',
    'sparql rq',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/sparql')).sparql),
  ],
  [
    'Turtle',
    'turtle ttl',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/turtle')).turtle),
  ],
  [
    'Jinja',
    'jinja jinja2 django twig nunjucks',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/jinja2')).jinja2),
  ],
  ['Pug', 'pug jade', legacy(async () => (await import('@codemirror/legacy-modes/mode/pug')).pug)],
  [
    'Gherkin',
    'gherkin feature cucumber',
    legacy(async () => (await import('@codemirror/legacy-modes/mode/gherkin')).gherkin, {
      hasCalls: false,
    }),
  ],
  ['Text', 'text txt plain plaintext plain-text output log none', null],
  ['Mermaid', 'mermaid', null],
  ['Math', 'math', null],
]

const entries: ReadonlyMap<string, LanguageEntry> = new Map(
  table.flatMap(([name, words, load]) => {
    const entry = { name, load }
    return words.split(' ').map((word) => [word, entry] as const)
  }),
)

/** What is known of a word after a fence, in small letters. */
export function languageEntry(word: string): LanguageEntry | undefined {
  return entries.get(word)
}

/** Every word that means a language. */
export const languageWords: readonly string[] = [...entries.keys()]
