use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use pulldown_cmark::{Event, Parser};

use super::*;

#[track_caller]
fn assert_prose(table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(prose(text), *expected, "{text:?}");
        assert!(check::is_safe(expected), "{expected:?}");
    }
}

#[test]
fn ordinary_text_stays_as_it_is() {
    for text in [
        "Plain.",
        "# Rules\n\nOne *two* **three** ~~four~~ five-six `seven`.",
        "- one\n  - two\n\n1. three\n   four\n\n> five\n> six",
        "| a | b |\n|---|---|\n| 1 | `x\\|y` |",
        "A [link](https://example.com \"title\") and <https://example.com/a_b>.",
        "- [ ] open\n- [x] done",
        "```text\nlet x;\n```",
    ] {
        assert_prose(&[(text, text)]);
    }
}

#[test]
fn code_is_never_a_test() {
    assert_prose(&[
        ("```\nlet x;\n```", "```text\nlet x;\n```"),
        ("```rust,no_run\nlet x;\n```\nafter", "```text\nlet x;\n```\nafter"),
        ("```json\n{}", "```text\n{}\n```"),
        ("~~~yaml\na: 1\n~~~\nafter", "```text\na: 1\n```\nafter"),
        ("````md\n```\nx\n```\n````", "````text\n```\nx\n```\n````"),
        ("  ```\n  x\n  ```\nafter", "```text\n  x\n```\nafter"),
        ("Text\n\n    indented\n      more\n\nafter", "Text\n\n```text\nindented\n  more\n```\n\nafter"),
        ("Text\n\n\ttab", "Text\n\n```text\ntab\n```"),
        ("# Title\n    x", "# Title\n```text\nx\n```"),
        ("***\n    x", "***\n```text\nx\n```"),
        ("Text\n\n    - a: 1\n    - b: 2", "Text\n\n```text\n- a: 1\n- b: 2\n```"),
        ("> quote\n>\n>     x\n\nafter", "> quote\n>\n> ```text\n> x\n> ```\n\nafter"),
        ("> ```\n> x\n\nafter", "> ```text\n> x\n> ```\n\nafter"),
        ("- ```sh\n  x\n  ```\n- b", "- ```text\n  x\n  ```\n- b"),
        ("- a\n\n      x\n- b", "- a\n\n  ```text\n  x\n  ```\n- b"),
        ("```foo``` is cool", "```foo``` is cool"),
        ("```curl -X POST", "```text\ncurl -X POST\n```"),
    ]);
}

#[test]
fn brackets_are_no_links_to_items() {
    assert_prose(&[
        ("An [array] of [a][b] and [c][].", "An \\[array\\] of \\[a\\]\\[b\\] and \\[c\\]\\[\\]."),
        ("Half [Foo](bar", "Half \\[Foo\\](bar"),
        ("[[x]](https://e.com)", "[\\[x\\]](https://e.com)"),
        ("A [link](/docs) and ![image](x.png).", "A link and image."),
        ("[link][1]\n\n[1]: https://e.com", "[link](https://e.com)"),
        ("[Note]: this", "\\[Note\\]: this"),
        ("Note[^1].\n\n[^1]: Text.", "Note\\[^1\\].\n\n\\[^1\\]: Text."),
        ("Escaped \\[x\\] \\\\[y]", "Escaped \\[x\\] \\\\\\[y\\]"),
        ("Code `[x] <y>` stays.", "Code `[x] <y>` stays."),
        ("`on` event`.", "`on` event\\`."),
        ("a \\` b ` c", "a \\` b \\` c"),
        ("[mail](mailto:a@b)", "mail"),
        ("- [x]\n- [ ]\n  a", "- \\[x\\]\n- \\[ \\]\n  a"),
    ]);
}

#[test]
fn addresses_are_links() {
    assert_prose(&[
        ("See https://example.com/a_b.", "See <https://example.com/a_b>."),
        ("(https://e.com/a_(b), https://e.com)", "(<https://e.com/a_(b)>, <https://e.com>)"),
        ("**https://e.com/a**", "**<https://e.com/a>**"),
        ("foohttps://x.yz", "foo<https://x.yz>"),
        ("https://e.com/a\\_b", "<https://e.com/a_b>"),
        ("`https://e.com` [https://e.com](https://e.com)", "`https://e.com` [https://e.com](https://e.com)"),
        ("either http:// or https://", "either http:// or https://"),
        ("<httpMethod> <type:id> <http://e.com>", "\\<httpMethod> \\<type:id> <http://e.com>"),
    ]);
}

#[test]
fn names_of_code_are_code() {
    assert_prose(&[
        (
            "The ListMapping of \"user_id\", (TwiML's) AWS::S3, get_all() and https://e.com/a_b.",
            "The `ListMapping` of \"`user_id`\", (`TwiML`'s) `AWS::S3`, `get_all()` and <https://e.com/a_b>.",
        ),
        ("GitHub, IDs, NASA, Word, a_b-c, _em_ and OAuth:", "GitHub, IDs, NASA, Word, a_b-c, _em_ and OAuth:"),
        ("**MyType** [MyType](https://e.com) `MyType`", "**`MyType`** [`MyType`](https://e.com) `MyType`"),
        ("Stored at s3://bucket/key.", "Stored at `s3://bucket/key`."),
    ]);
}

#[test]
fn lines_begin_where_their_paragraph_does() {
    assert_prose(&[
        ("- a\nb\n     c\n- d", "- a\n  b\n  c\n- d"),
        ("1. a\n  - b\nc", "1. a\n  - b\n    c"),
        ("> a\nb", "> a\n> b"),
        ("  a\n   b", "a\nb"),
        ("- a\n       - b\n       1. c", "- a\n  \\- b\n  1\\. c"),
    ]);
}

#[test]
fn html_is_markdown_or_escaped() {
    assert_prose(&[
        ("<p>One <b>two</b> <i>three</i>.</p>\n<p>Four.</p>", "One **two** *three*.\n\nFour."),
        ("x <code>a*b &lt;c&gt;</code>", "x `a*b <c>`"),
        ("One<br>two<br/>- three", "One\\\ntwo\n- three"),
        ("a:\n<ul>\n<li>b</li>\n<li>c<ol><li>d</li></ol></li></ul>e", "a:\n- b\n- c\n\n  1. d\n\ne"),
        ("> a<br>b <p>c</p>", "> a\\\n> b\n>\n> c"),
        ("| a<br>b |\n|---|", "| a b |\n|---|"),
        ("<a href=\"https://e.com/a_b\">x</a> <a href='/y'>z</a>", "[x](<https://e.com/a_b>) z"),
        ("<h2>Title</h2>\ntext", "## Title\n\ntext"),
        ("<pre><code>a\n  b\n</code></pre>", "```text\na\n  b\n```"),
        ("a<b>\"b\"</b>c <B>", "a\"b\"c \\<B>"),
        ("Vec<T> and <b", "Vec\\<T> and \\<b"),
        ("<details>\n<x y='1'>z</x>\n</details>", "\\<details>\n\\<x y='1'>z\\</x>\n\\</details>"),
        ("a <!-- hidden --> b", "a  b"),
        ("<!-- open\n\nb", "\\<!-- open\n\nb"),
        ("<script>\nlet x;", "\\<script>\nlet x;"),
    ]);
}

#[test]
fn controls_are_dropped() {
    assert_prose(&[("a\r\nb\rc\0d\u{7}\u{202E}e\u{2066}\tf", "a\nb\ncde\tf")]);
}

#[test]
fn what_cannot_be_rewritten_is_plain() {
    let text = "# A *b*\n- [c](d) <e>\n\n      f\n1986.x https://g";
    let expected = "A b\n\nc \\<e\\>\n\n```text\nf\n```\n\n1986\\.x https\\://g";
    assert_eq!(plain::text(text), expected);
    assert!(check::is_safe(expected));
}

#[test]
fn code_holds_any_text() {
    for (text, expected) in [
        ("a", "`a`"),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        ("", "`\"\"`"),
        (" ", "` `"),
        (" a ", "`  a  `"),
        ("a\nb\0", "`a b`"),
    ] {
        assert_eq!(code(text), expected);
    }
}

#[test]
fn limits_are_said_in_words() {
    let limits = ir::Limits { max_length: Some(500), default: Some("x".into()), ..ir::Limits::default() };
    let of = |text: Option<&str>, limits| {
        let description = text.map(str::to_owned);
        of(&ir::Docs { description, ..ir::Docs::default() }, || "Called `name`.".to_owned(), Some(limits)).0
    };
    assert_eq!(of(Some("A name."), &limits), "A name.\n\nLength: at most 500 characters. Default: `\"x\"`.");
    assert_eq!(of(None, &limits), "Length: at most 500 characters. Default: `\"x\"`.");
    assert_eq!(of(None, &ir::Limits::default()), "Called `name`.");
    let one = ir::Limits { min_length: Some(1), max_length: Some(1), ..ir::Limits::default() };
    assert_eq!(sentences(&one), ["Length: 1 character."]);
    let wide = ir::Limits { minimum: Some(-0.5), maximum: Some(9_223_372_036_854_775_807.0), ..ir::Limits::default() };
    assert_eq!(sentences(&wide), ["Range: -0.5 to about 9.223372036854776e18."]);
}

proptest! {
    // The same texts every time: a run must not depend on luck.
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn any_text_is_safe(text in markdown(true)) {
        let prose = prose(&text);
        prop_assert!(check::is_safe(&prose), "{:?} became {:?}", text, prose);
        prop_assert_eq!(super::prose(&prose), prose.clone(), "{:?} is rewritten twice", text);
    }

    #[test]
    fn plain_text_is_safe(text in markdown(true)) {
        let plain = plain::text(&text);
        prop_assert!(check::is_safe(&plain), "{:?} became {:?}", text, plain);
    }

    #[test]
    fn no_word_is_lost(text in markdown(false)) {
        let prose = prose(&text);
        let after = letters(&prose);
        let mut rest = after.chars();
        prop_assert!(letters(text.trim()).chars().all(|letter| rest.any(|other| other == letter)), "{:?} became {:?}", text, prose);
    }
}

/// The letters of a text that are shown.
fn letters(text: &str) -> String {
    let shown = Parser::new_ext(text, markdown::OPTIONS).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) | Event::FootnoteReference(text) => Some(text),
        _ => None,
    });
    shown.flat_map(|text| text.chars().filter(|letter| letter.is_alphabetic()).collect::<Vec<_>>()).collect()
}

/// Texts that are mostly signs of Markdown and, perhaps, HTML.
fn markdown(html: bool) -> impl Strategy<Value = String> {
    #[rustfmt::skip]
    let signs = [
        "a", "b c", "rust", "é", "\u{a0}", "1", " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "\n\n", "\n  ", "\n    ",
        "`", "``", "```", "````", "~", "~~", "~~~", "- ", "* ", "1. ", "> ", "\n> ", "# ", "***", "*", "**", "_",
        "[", "]", "(", ")", "[x]", "[x](/)", "[x](https://e.f)", "[x]: ", "[^x]", "[^x]: ", "![", "!", "\\", "|",
        "\n|--|--|\n", "---", "===", ":", "https://e.f/g", "http://", "&lt;", "&amp;", "&",
    ];
    let tags = [
        "<",
        ">",
        "<http",
        "<e.f:g>",
        "<a@b.c>",
        "<!--",
        "-->",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<code>",
        "</code>",
        "<p>",
        "</p>",
        "<br>",
        "<ul>",
        "</ul>",
        "<ol>",
        "<li>",
        "<pre>",
        "</pre>",
        "<a href='https://e.f'>",
        "</a>",
        "<h2>",
        "<div>",
        "<x>",
        "</x>",
        "<?",
        "<![CDATA[",
        "<script>",
        "</script>",
    ];
    let pieces: Vec<&str> = signs.into_iter().chain(tags.into_iter().filter(|_| html)).collect();
    prop::collection::vec(prop::sample::select(pieces), 0..24).prop_map(|pieces| pieces.concat())
}
