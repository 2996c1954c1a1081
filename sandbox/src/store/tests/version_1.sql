-- A database of version 1: its tables and a row in each.
CREATE TABLE settings (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seed BLOB NOT NULL,
    given INTEGER,
    sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE plugins (
    sequence INTEGER PRIMARY KEY,
    sid TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    unique_name TEXT NOT NULL,
    friendly_name TEXT NOT NULL,
    description TEXT NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX plugins_by_name ON plugins (account, unique_name);
CREATE INDEX plugins_by_account ON plugins (account);
CREATE INDEX plugins_in_use ON plugins (account) WHERE archived = 0;

CREATE TABLE versions (
    sequence INTEGER PRIMARY KEY,
    sid TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    plugin INTEGER NOT NULL REFERENCES plugins,
    version TEXT NOT NULL,
    plugin_url TEXT NOT NULL,
    changelog TEXT NOT NULL,
    private INTEGER NOT NULL,
    validated INTEGER NOT NULL,
    cli_version TEXT,
    archived INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX versions_by_version ON versions (plugin, version);
CREATE INDEX versions_by_plugin ON versions (plugin);
CREATE INDEX versions_in_use ON versions (account) WHERE archived = 0;

CREATE TABLE configurations (
    sequence INTEGER PRIMARY KEY,
    sid TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL
) STRICT;
CREATE INDEX configurations_by_account ON configurations (account);

CREATE TABLE configured_plugins (
    configuration INTEGER NOT NULL REFERENCES configurations,
    position INTEGER NOT NULL,
    plugin INTEGER NOT NULL REFERENCES plugins,
    version INTEGER NOT NULL REFERENCES versions,
    phase INTEGER NOT NULL,
    PRIMARY KEY (configuration, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX configured_plugins_by_plugin ON configured_plugins (configuration, plugin);

CREATE TABLE releases (
    sequence INTEGER PRIMARY KEY,
    sid TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    configuration INTEGER NOT NULL REFERENCES configurations,
    created INTEGER NOT NULL
) STRICT;
CREATE INDEX releases_by_account ON releases (account);

INSERT INTO settings VALUES (1, x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', NULL, 4);
INSERT INTO plugins VALUES (1, 'FP00000000000000000000000000000001', 'AC00000000000000000000000000000001', 'one', 'One', '', 0, 1600000001, 1600000001);
INSERT INTO versions VALUES (2, 'FV00000000000000000000000000000002', 'AC00000000000000000000000000000001', 1, '1.0.0', 'https://example.com/plugin.js', '', 0, 1, NULL, 0, 1600000002);
INSERT INTO configurations VALUES (3, 'FJ00000000000000000000000000000003', 'AC00000000000000000000000000000001', 'first', '', 0, 1600000003);
INSERT INTO configured_plugins VALUES (3, 0, 1, 2, 3);
INSERT INTO releases VALUES (4, 'FK00000000000000000000000000000004', 'AC00000000000000000000000000000001', 3, 1600000004);

PRAGMA application_id = 0x46585053;
PRAGMA user_version = 1;
