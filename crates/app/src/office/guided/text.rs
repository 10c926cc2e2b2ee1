//! Writing a tree into a text: only what differs is written, so comments and order stay.

use serde_json::{Map, Value};
use statement::form::{Field, Form, Kind};
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike};

/// The text that says `wanted`, made from a text that says `old`.
pub(super) fn write(
    text: &str,
    old: &Map<String, Value>,
    wanted: &Map<String, Value>,
    form: &Form,
) -> String {
    if text.trim_start().starts_with('{') {
        return serde_json::to_string_pretty(wanted).unwrap_or_else(|_| text.to_owned());
    }
    let written = text.parse::<DocumentMut>().ok().map(|mut document| {
        merge(document.as_table_mut(), old, wanted, &[act(form)]);
        document.to_string()
    });
    // Should the text not say what is wanted, it is written anew.
    let says = |text: &String| statement::file::toml_to_json(text).as_ref() == Some(wanted);
    written.filter(says).unwrap_or_else(|| {
        let mut document = DocumentMut::new();
        merge(document.as_table_mut(), &Map::new(), wanted, &[act(form)]);
        document.to_string()
    })
}

fn act(form: &Form) -> Field {
    let kind = Kind::Table(form.fields.clone());
    Field { name: "act".into(), kind, optional: false, help: String::new() }
}

fn merge(table: &mut dyn TableLike, old: &Map<String, Value>, wanted: &Map<String, Value>, fields: &[Field]) {
    for gone in old.keys().filter(|key| !wanted.contains_key(*key)) {
        table.remove(gone);
    }
    let described = fields.iter().filter_map(|field| Some((wanted.get_key_value(&field.name)?, Some(field))));
    let others = wanted.iter().filter(|(key, _)| fields.iter().all(|field| field.name != **key));
    for ((key, value), field) in described.chain(others.map(|other| (other, None))) {
        let former = old.get(key);
        if former == Some(value) {
            continue;
        }
        match table.get_mut(key) {
            Some(item) => set(item, former, value, field.map(|field| &field.kind)),
            None => {
                let item = item(value, field.map(|field| &field.kind));
                table.insert(key, commented(item, field));
            }
        }
    }
}

/// A new line says what it means, as in the example.
fn commented(mut item: Item, field: Option<&Field>) -> Item {
    if let (Some(value), Some(field)) = (item.as_value_mut(), field.filter(|field| !field.help.is_empty())) {
        value.decor_mut().set_suffix(format!("   # {}", field.help));
    }
    item
}

fn set(item: &mut Item, former: Option<&Value>, wanted: &Value, kind: Option<&Kind>) {
    match (item, former, wanted) {
        (item, Some(Value::Object(former)), Value::Object(wanted)) if item.is_table_like() => {
            if let Some(table) = item.as_table_like_mut() {
                merge(table, former, wanted, fields(kind));
            }
        }
        (Item::ArrayOfTables(tables), Some(Value::Array(former)), Value::Array(wanted))
            if wanted.iter().all(Value::is_object) =>
        {
            entries(tables, former, wanted, kind);
        }
        (item, _, wanted) => {
            let mut new = self::item(wanted, kind);
            // The comment of the line stays.
            if let (Some(new), Some(former)) = (new.as_value_mut(), item.as_value()) {
                *new.decor_mut() = former.decor().clone();
            }
            *item = new;
        }
    }
}

fn entries(tables: &mut ArrayOfTables, former: &[Value], wanted: &[Value], kind: Option<&Kind>) {
    let inner = entry(kind);
    while tables.len() > wanted.len() {
        tables.remove(tables.len() - 1);
    }
    let nothing = Map::new();
    for (place, wanted) in wanted.iter().filter_map(Value::as_object).enumerate() {
        let former = former.get(place).and_then(Value::as_object).unwrap_or(&nothing);
        match tables.get_mut(place) {
            Some(table) => merge(table, former, wanted, fields(inner)),
            None => tables.push(self::table(wanted, inner)),
        }
    }
}

fn entry(kind: Option<&Kind>) -> Option<&Kind> {
    match kind {
        Some(Kind::List(entry)) => Some(entry),
        _ => None,
    }
}

fn fields(kind: Option<&Kind>) -> &[Field] {
    match kind {
        Some(Kind::Table(fields)) => fields,
        _ => &[],
    }
}

/// A value under its own heading where it is large, on its line where it is small.
fn item(value: &Value, kind: Option<&Kind>) -> Item {
    match value {
        Value::Object(map) if matches!(kind, Some(Kind::Table(_))) && !is_small(map) => {
            Item::Table(table(map, kind))
        }
        Value::Array(list)
            if !list.is_empty()
                && matches!(entry(kind), Some(Kind::Table(_)))
                && list.iter().all(Value::is_object) =>
        {
            let maps = list.iter().filter_map(Value::as_object);
            Item::ArrayOfTables(maps.map(|map| table(map, entry(kind))).collect())
        }
        other => Item::Value(inline(other)),
    }
}

fn is_small(map: &Map<String, Value>) -> bool {
    const SMALL: usize = 3;
    let leaf = |value: &Value| match value {
        Value::Object(_) => false,
        Value::Array(list) => list.iter().all(|entry| !entry.is_object()),
        _ => true,
    };
    map.len() <= SMALL && map.values().all(leaf)
}

fn table(map: &Map<String, Value>, kind: Option<&Kind>) -> Table {
    let mut table = Table::new();
    merge(&mut table, &Map::new(), map, fields(kind));
    table
}

fn inline(value: &Value) -> toml_edit::Value {
    match value {
        Value::String(text) => text.as_str().into(),
        Value::Bool(flag) => (*flag).into(),
        Value::Number(number) => match number.as_i64() {
            Some(number) => number.into(),
            None => number.to_string().into(),
        },
        Value::Array(list) => list.iter().map(inline).collect::<Array>().into(),
        Value::Object(map) => {
            map.iter().map(|(key, value)| (key.as_str(), inline(value))).collect::<InlineTable>().into()
        }
        // TOML has no null, and no field of an act takes one.
        Value::Null => "".into(),
    }
}
