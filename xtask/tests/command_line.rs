//! The commands as people run them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

const PETS: &str = "
openapi: 3.0.3
info: {title: Pets, version: '1.0.0'}
paths:
  /pets/{Id}:
    get:
      operationId: FetchPet
      parameters: [{name: Id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
components:
  schemas:
    Pet: {type: object, properties: {owner: {$ref: '#/components/schemas/Owner'}}}
    Owner: {type: object, properties: {name: {type: string}}}
";

/// A directory with a document in it, and room for a crate.
struct Place {
    directory: TempDir,
}

impl Place {
    fn new(document: &str) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        fs::write(directory.path().join("pets.yaml"), document).expect("a file");
        Self { directory }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(arguments).current_dir(&self.directory);
        command.env_remove("CARGO_MANIFEST_DIR").env_remove("CARGO_TARGET_DIR");
        let Output { status, stdout, stderr } = command.output().expect("a run");
        let text = |bytes| String::from_utf8(bytes).expect("text");
        (status.code().expect("a code"), text(stdout), text(stderr))
    }

    fn generate(&self) -> (i32, String, String) {
        self.run(&["codegen", "--spec", "pets.yaml", "--out", "pets"])
    }

    fn rewrite(&self, from: &str, to: &str) {
        let text = fs::read_to_string(self.path("pets.yaml")).expect("the document");
        assert!(text.contains(from));
        fs::write(self.path("pets.yaml"), text.replace(from, to)).expect("a file");
    }

    /// All files of the crate, with their texts.
    fn files(&self) -> BTreeMap<PathBuf, String> {
        let mut files = BTreeMap::new();
        collect(&self.path("pets"), &mut files);
        files
    }
}

/// Files, and when each was written.
type Times = BTreeMap<PathBuf, SystemTime>;

impl Place {
    fn times(&self) -> Times {
        let time = |path: PathBuf| (path.clone(), fs::metadata(path).expect("a file").modified().expect("a time"));
        self.files().into_keys().map(time).collect()
    }
}

fn collect(directory: &Path, files: &mut BTreeMap<PathBuf, String>) {
    for entry in fs::read_dir(directory).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.insert(path.clone(), fs::read_to_string(&path).expect("text"));
        }
    }
}

#[test]
fn a_crate_is_written_once() {
    let place = Place::new(PETS);
    let (code, out, err) = place.generate();
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("added   src/models/pet.rs\n"), "{out}");
    let manifest = fs::read_to_string(place.path("pets/Cargo.toml")).expect("a manifest");
    assert!(manifest.contains("name = \"pets\"") && manifest.ends_with("[workspace]\n"), "{manifest}");

    let before = fs::metadata(place.path("pets/src/lib.rs")).expect("a file").modified().expect("a time");
    let (code, out, _) = place.generate();
    assert_eq!(code, 0);
    assert!(out.ends_with(" 0 changed\n") && !out.contains("added"), "{out}");
    let after = fs::metadata(place.path("pets/src/lib.rs")).expect("a file").modified().expect("a time");
    assert_eq!(before, after);
}

/// What warnings there are is said every time.
const WARNED: &str = "
openapi: 3.0.3
info: {title: Pets, version: '1.0.0', contact: {nmae: Somebody}}
paths:
  /pets:
    get:
      operationId: ListPets
      responses:
        '200': {description: A pet., content: {application/json: {schema: {$ref: 'more.yaml#/Pet'}}}}
";

const MORE: &str = "Pet: {type: object, properties: {name: {type: string}}}\n";

#[test]
fn an_unchanged_run_says_the_same_and_writes_nothing() {
    let place = Place::new(WARNED);
    fs::write(place.path("more.yaml"), MORE).expect("a file");
    let (code, out, err) = place.generate();
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("did you mean `name`?"), "{err}");
    let summary = out.lines().last().expect("a summary").rsplit_once(", ").expect("a count").0.to_owned();
    let before = place.times();
    for _ in 0..3 {
        assert_eq!(place.generate(), (0, format!("{summary}, 0 changed\n"), err.clone()));
        assert_eq!(place.times(), before);
    }
    let check = place.run(&["codegen", "--check", "--spec", "pets.yaml", "--out", "pets"]);
    assert_eq!(check, (0, String::new(), err));
}

/// Also where it has the same length and the same time.
#[test]
fn whatever_was_done_to_a_file_is_repaired() {
    let place = Place::new(PETS);
    place.generate();
    let (before, file) = (place.files(), place.path("pets/src/models/pet.rs"));
    let original = fs::read_to_string(&file).expect("a file");
    let time = fs::metadata(&file).expect("a file").modified().expect("a time");
    let other = original.replacen("Pet", "Bet", 1);
    let write = |text: &str| fs::write(&file, text).expect("a file");
    let set_time =
        |time| fs::File::options().write(true).open(&file).expect("a file").set_modified(time).expect("a time");
    let damages: [(&str, &dyn Fn()); 5] = [
        ("changed", &|| write(&other)),
        ("changed", &|| write(&format!("{original}\n"))),
        ("changed", &|| {
            write(&other);
            // Elsewhere, nothing would tell.
            if cfg!(unix) {
                set_time(time);
            }
        }),
        ("added  ", &|| fs::remove_file(&file).expect("a file")),
        ("", &|| set_time(time + Duration::from_secs(1))),
    ];
    for (index, (verb, damage)) in damages.into_iter().enumerate() {
        damage();
        let (code, out, _) = place.generate();
        let lines: Vec<&str> = out.lines().filter(|line| !line.starts_with("pets:")).collect();
        let expected = if verb.is_empty() { vec![] } else { vec![format!("{verb} src/models/pet.rs")] };
        assert_eq!((code, lines), (0, expected.iter().map(String::as_str).collect()), "{index}");
        assert_eq!(place.files(), before, "{index}");
    }
}

#[test]
fn whatever_a_run_depends_on_is_noticed() {
    let place = Place::new(WARNED);
    fs::write(place.path("more.yaml"), MORE).expect("a file");
    place.generate();
    let changed = |arguments: &[&str]| {
        let (code, out, err) = place.run(&[&["codegen", "--spec", "pets.yaml", "--out", "pets"], arguments].concat());
        assert_eq!(code, 0, "{err}");
        !out.ends_with(" 0 changed\n")
    };
    assert!(!changed(&[]));
    fs::write(place.path("more.yaml"), MORE.replace("name", "nick")).expect("a file");
    assert!(changed(&[]) && !changed(&[]), "another file of the document");
    place.rewrite("title: Pets", "title: Bets");
    assert!(changed(&[]) && !changed(&[]), "the document");
    for option in [&["--name", "bets"][..], &["--member"], &["--skip", "ListPets"], &[]] {
        assert!(changed(option) && !changed(option), "{option:?}");
    }
}

#[test]
fn only_what_changes_is_written_and_what_is_gone_is_removed() {
    let place = Place::new(PETS);
    place.generate();
    fs::write(place.path("pets/notes.txt"), "mine").expect("a file");
    place.rewrite("owner: {$ref: '#/components/schemas/Owner'}", "name: {type: string}");
    let (code, out, _) = place.generate();
    assert_eq!(code, 0);
    let changed: Vec<&str> = out.lines().filter(|line| !line.starts_with("pets:")).collect();
    // One module would have all that is left.
    let expected =
        ["removed src/models/owner.rs", "removed src/models/pet.rs", "changed .codegen", "changed src/models.rs"];
    assert_eq!(changed, expected);
    assert!(!place.path("pets/src/models").exists());
    assert_eq!(fs::read_to_string(place.path("pets/notes.txt")).expect("a file"), "mine");
}

#[test]
fn check_writes_nothing_and_shows_a_diff() {
    let place = Place::new(PETS);
    let check = ["codegen", "--check", "--spec", "pets.yaml", "--out", "pets"];
    let (code, out, _) = place.run(&check);
    assert_eq!(code, 1);
    assert!(out.contains("--- /dev/null\n+++ b/src/lib.rs\n@@ "), "{out}");
    assert!(!place.path("pets").exists());

    place.generate();
    assert_eq!(place.run(&check), (0, String::new(), String::new()));

    let before = place.files();
    place.rewrite("name: {type: string}", "first_name: {type: string}");
    let (code, out, _) = place.run(&check);
    assert_eq!(code, 1);
    assert!(
        out.contains(
            "-        pub name: Option<String> = optional \"name\",\n+        /// Called `first_name` on the wire.\n"
        ),
        "{out}"
    );
    assert_eq!(place.files(), before);
}

#[test]
fn edits_by_hand_are_undone() {
    let place = Place::new(PETS);
    place.generate();
    let before = place.files();
    fs::write(place.path("pets/src/lib.rs"), "// mine\n").expect("a file");
    fs::remove_file(place.path("pets/src/models.rs")).expect("removed");
    let (code, out, _) = place.generate();
    assert_eq!(code, 0);
    assert!(out.contains("changed src/lib.rs\n") && out.contains("added   src/models.rs\n"), "{out}");
    assert_eq!(place.files(), before);
}

#[test]
fn a_document_with_errors_changes_nothing() {
    let place = Place::new(PETS);
    place.generate();
    let before = place.files();
    place.rewrite("schemas/Owner'", "schemas/Owned'");
    let (code, out, err) = place.generate();
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(
        err.starts_with("error[dangling-reference]: `#/components/schemas/Owned` is not in this document\n"),
        "{err}"
    );
    assert!(err.contains("--> pets.yaml:13:"), "{err}");
    assert_eq!(place.files(), before);
}

#[test]
fn a_document_that_is_refused_leaves_nothing() {
    for document in ["openapi: [", &PETS.replace("schemas/Owner", "schemas/Nobody")] {
        let place = Place::new(document);
        let (code, _, errors) = place.run(&["codegen", "--spec", "pets.yaml", "--out", "not/there/pets"]);
        assert_eq!(code, 1, "{errors}");
        let left = fs::read_dir(place.directory.path()).expect("a directory");
        assert_eq!(left.map(|entry| entry.expect("a file").file_name()).collect::<Vec<_>>(), ["pets.yaml"]);
    }
    let place = Place::new(PETS);
    let too_long = format!("not/there/{}", "a".repeat(250));
    assert_eq!(place.run(&["codegen", "--spec", "pets.yaml", "--out", &too_long, "--name", "pets"]).0, 2);
    assert!(!place.path("not").exists());
    assert_eq!(place.run(&["codegen", "--spec", "pets.yaml", "--out", "not/there/pets"]).0, 0);
    assert!(place.path("not/there/pets/Cargo.toml").exists());
}

#[test]
fn a_directory_of_somebody_else_is_refused() {
    let place = Place::new(PETS);
    fs::create_dir(place.path("pets")).expect("a directory");
    let (code, ..) = place.generate();
    assert_eq!(code, 0, "an empty one is fine");

    let place = Place::new(PETS);
    fs::create_dir(place.path("pets")).expect("a directory");
    fs::write(place.path("pets/thesis.txt"), "mine").expect("a file");
    let before = place.files();
    let (code, out, err) = place.generate();
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.starts_with("error: `pets` holds files that the generator has not written"), "{err}");
    assert_eq!(place.files(), before);
}

/// What stands in the list of files cannot make the generator remove anything elsewhere.
#[test]
fn nothing_outside_of_the_crate_is_removed() {
    let place = Place::new(PETS);
    place.generate();
    fs::write(place.path("thesis.txt"), "mine").expect("a file");
    let listing = place.path("pets/.codegen");
    let listed = fs::read_to_string(&listing).expect("a list");
    let absolute = place.path("thesis.txt");
    fs::write(&listing, format!("{listed}../thesis.txt\n{}\n", absolute.display())).expect("a list");
    let (code, out, _) = place.generate();
    assert_eq!(code, 0);
    assert!(!out.contains("removed"), "{out}");
    assert!(absolute.exists());
}

#[test]
fn unusable_arguments_exit_with_2() {
    let place = Place::new(PETS);
    for (arguments, message) in [
        (&["codegen", "--spec", "none.yaml", "--out", "pets"][..], "error[unreadable-file]: cannot read the file"),
        (&["codegen", "--spec", "pets.yaml"], "--out <DIR>"),
        (&["codegen", "--out", "pets"], "--spec <FILE>"),
        (&["codegen", "--spec", "pets.yaml", "--out", "pets", "--name", "1st"], "`1st` cannot be the name"),
        (&["codegen", "--spec", "pets.yaml", "--out", "a.b"], "`a.b` cannot be the name"),
        (&["codegen", "--spec", "pets.yaml", "--out", "match"], "`match` cannot be the name"),
        (&["codegen", "--verbose"], "unexpected argument"),
        (&["codgen"], "codegen"),
        (&[], "Usage"),
    ] {
        let (code, out, err) = place.run(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}: {err}");
        assert!(err.contains(message), "{arguments:?}: {err}");
    }
    assert!(!place.path("pets").exists());
}

#[test]
fn the_name_can_be_chosen() {
    let place = Place::new(PETS);
    let (code, ..) = place.run(&["codegen", "--spec", "pets.yaml", "--out", "a.b", "--name", "pet-shop"]);
    assert_eq!(code, 0);
    let text = fs::read_to_string(place.path("a.b/src/lib.rs")).expect("a file");
    assert!(text.contains("pet_shop::Client"), "{text}");
}

#[test]
fn colour_is_for_terminals() {
    let place = Place::new("openapi: 3.0.3\n");
    let (_, _, err) = place.generate();
    assert!(err.contains("error[") && !err.contains('\u{1b}'), "{err}");
    let forced = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["codegen", "--spec", "pets.yaml", "--out", "pets"])
        .current_dir(&place.directory)
        .env("CLICOLOR_FORCE", "1")
        .output()
        .expect("a run");
    assert!(String::from_utf8_lossy(&forced.stderr).contains("\u{1b}["));
}

#[test]
fn a_corpus_is_a_table() {
    let place = Place::new(PETS);
    fs::create_dir(place.path("more")).expect("a folder");
    fs::write(place.path("more/cats.json"), r#"{"openapi": "3.1.0", "info": {"title": "Cats"}}"#).expect("a file");
    fs::write(place.path("more/notes.txt"), "no document").expect("a file");
    let (code, table, _) = place.run(&["corpus", ".", "--json", "table.json"]);
    assert_eq!(code, 1, "one of the two is refused");
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[1].starts_with("cats.json") && lines[1].contains("refused: missing-member"), "{table}");
    assert!(lines[2].starts_with("pets.yaml") && lines[2].ends_with("generated"), "{table}");
    assert_eq!(lines[3], "2 documents with 1 operations: 1 generated");
    let json = fs::read_to_string(place.path("table.json")).expect("the table");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let pets = &json[1];
    assert_eq!((&pets["document"], &pets["openapi"]), (&"pets.yaml".into(), &"3.0.3".into()));
    assert_eq!((&pets["operations"], &pets["schemas"], &pets["generated"]), (&1.into(), &2.into(), &true.into()));
    assert_eq!((&json[0]["openapi"], &json[0]["generated"]), (&"3.1.0".into(), &false.into()));
}

/// Two tags, and an operation without a name.
const SEVERAL: &str = "
openapi: 3.0.3
info: {title: Pets, version: '1.0.0'}
paths:
  /pets:
    get:
      tags: [pets]
      responses:
        '200': {description: Pets., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
    post: {operationId: CreatePet, tags: [pets], responses: {'204': {description: Created.}}}
  /owner:
    get:
      operationId: FetchOwner
      tags: [owners]
      responses:
        '200': {description: An owner., content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
    Owner: {type: object, properties: {nothing: {type: object}}}
";

/// Operations are chosen by tag or name, and what only others need is not there.
#[test]
fn operations_are_selected() {
    let place = Place::new(SEVERAL);
    for (arguments, expected) in [
        (&[][..], &["owners.rs", "pets.rs"][..]),
        (&["--only", "pets"], &["pets.rs"]),
        (&["--only", "FetchOwner", "--only", "CreatePet"], &["owners.rs", "pets.rs"]),
        (&["--skip", "pets"], &["owners.rs"]),
        (&["--only", "pets", "--skip", "getPets"], &["pets.rs"]),
    ] {
        let all: Vec<&str> =
            ["codegen", "--spec", "pets.yaml", "--out", "pets"].into_iter().chain(arguments.iter().copied()).collect();
        let (code, _, stderr) = place.run(&all);
        assert_eq!(code, 0, "{stderr}");
        let text = |file: &str| fs::read_to_string(place.path("pets/src").join(file)).unwrap_or_default();
        let resources = ["owners.rs", "pets.rs"].into_iter().filter(|file| !text(file).is_empty());
        assert_eq!(resources.collect::<Vec<_>>(), expected, "{arguments:?}");
        let has_owner = ["models.rs", "models/owner.rs"].iter().any(|file| text(file).contains("pub struct Owner"));
        assert_eq!(has_owner, expected.contains(&"owners.rs"), "{arguments:?}");
        let with_list = [&[][..], &["--only", "pets"]].contains(&arguments);
        assert_eq!(text("pets.rs").contains("operation `getPets`"), with_list, "{arguments:?}");
    }
}

#[test]
fn a_name_that_nothing_has_cannot_be_selected() {
    let place = Place::new(SEVERAL);
    let (code, _, stderr) = place.run(&["codegen", "--spec", "pets.yaml", "--out", "pets", "--skip", "FetchOwners"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("there is no operation and no tag `FetchOwners`"), "{stderr}");
    assert!(stderr.contains("did you mean `FetchOwner`?"), "{stderr}");
    assert!(!place.path("pets").exists());
}

/// An example that is kept, one that is wrong, and one that no `f32` can hold; and something of each kind to change.
const SHOP: &str = "
openapi: 3.0.3
info: {title: Shop, version: '1.0.0'}
paths:
  /orders:
    post:
      operationId: CreateOrder
      responses:
        '201':
          description: An order.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Order'}
              examples:
                kept: {value: {id: 1, state: open, paid_at: '2024-05-17T09:30:00+02:00', weight: 1}}
                wrong: {value: {id: one, state: open}}
                lost: {value: {id: 1, state: open, weight: 16777217}}
components:
  schemas:
    Order:
      type: object
      required: [id, state]
      properties:
        id: {type: integer}
        state: {type: string, enum: [open, closed]}
        paid_at: {type: string, format: date-time}
        weight: {type: number, format: float}
        level: {$ref: '#/components/schemas/Level'}
        sent_at: {$ref: '#/components/schemas/Sent'}
        image: {$ref: '#/components/schemas/Image'}
        payment:
          oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Cash'}]
          discriminator: {propertyName: kind, mapping: {card: '#/components/schemas/Card', cash: '#/components/schemas/Cash'}}
    Card: {type: object, required: [kind, number], properties: {kind: {type: string}, number: {type: string}}}
    Cash: {type: object, required: [kind], properties: {kind: {type: string}}}
    Level: {type: integer, enum: [1, 2], x-enum-varnames: [Low, High]}
    Sent: {type: string, format: date-time-rfc-2822}
    Image: {type: string, format: byte}
";

/// Runs a command that compiles generated crates, in the repository, where their dependencies are.
fn compiling(arguments: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).output().expect("a run");
    let text = String::from_utf8(output.stdout).expect("text");
    (output.status.code().expect("a code"), text + &String::from_utf8_lossy(&output.stderr))
}

#[test]
fn values_survive_and_drift_does_no_harm() {
    let place = Place::new(PETS);
    fs::write(place.path("shop.yaml"), SHOP).expect("a file");
    let directory = place.directory.path().to_str().expect("a path");
    let results = tempfile::tempdir().expect("a directory");
    let file = results.path().join("table.json");
    let file = file.to_str().expect("a path");

    let (code, table) = compiling(&["corpus", directory, "--examples", "--json", file]);
    assert_eq!(code, 1, "something is lost: {table}");
    let order = "#/paths/~1orders/post/responses/201/content/application~1json/examples";
    for line in [
        "18 examples and samples kept, 1 lost; 1 wrong by their own schema, 0 of nothing that was generated".to_owned(),
        format!("wrong: shop.yaml: {order}/wrong: id: \"one\" is not of type integer"),
        format!("lost: shop.yaml: {order}/lost: weight: 16777217 has become 16777216.0"),
    ] {
        assert!(table.lines().any(|found| found == line), "{line} is not in\n{table}");
    }
    let read =
        || -> serde_json::Value { serde_json::from_str(&fs::read_to_string(file).expect("the table")).expect("JSON") };
    let shop = &read()[1];
    assert_eq!((&shop["examples_kept"], &shop["examples_lost"]), (&14.into(), &1.into()));
    assert_eq!((&shop["compiled"], &shop["skipped"]), (&true.into(), &0.into()));

    let (code, table) = compiling(&["drift", directory, "--json", file]);
    assert_eq!(code, 0, "{table}");
    let shop = &read()[1];
    let count = |kind: &str, outcome: &str| shop[kind][outcome].as_u64().expect("a count");
    assert_eq!((count("unknown value", "kept"), count("unknown tag", "kept")), (2, 1), "{table}");
    let explained = ["null", "missing member", "number as text"].map(|kind| count(kind, "explained"));
    assert!(explained.iter().all(|count| *count > 0) && count("further member", "ignored") > 0, "{table}");
}
