//! Structures are read by the names of their fields, never by position: serde also takes an array for a structure, and
//! then a value in the wrong place would be read as another field.

use serde_json::Value;

/// Whether a JSON text is an object, judged by its first byte.
pub fn json_object(json: &[u8]) -> bool {
    let first = json.iter().find(|byte| !b" \t\r\n".contains(byte));
    first == Some(&b'{')
}

/// The path of the first array in `read` that was taken for a structure: `written` is what was read, written again.
/// `.` stands for the whole.
pub fn array_for_structure(read: &Value, written: &Value) -> Option<String> {
    let path = find(read, written)?;
    Some(if path.is_empty() { ".".to_owned() } else { path.trim_start_matches('.').to_owned() })
}

fn find(read: &Value, written: &Value) -> Option<String> {
    match (read, written) {
        (Value::Array(_), Value::Object(_)) => Some(String::new()),
        (Value::Array(read), Value::Array(written)) => {
            let mut pairs = read.iter().zip(written).enumerate();
            pairs.find_map(|(i, (read, written))| find(read, written).map(|path| format!("[{i}]{path}")))
        }
        (Value::Object(read), Value::Object(written)) => read
            .iter()
            .find_map(|(key, value)| find(value, written.get(key)?).map(|path| format!(".{key}{path}"))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_array_in_the_place_of_a_structure_is_found_at_any_depth() {
        let found = |read, written| array_for_structure(&read, &written);
        assert_eq!(found(json!([1]), json!({ "a": 1 })).as_deref(), Some("."));
        assert_eq!(
            found(json!({ "a": [{ "b": [1] }] }), json!({ "a": [{ "b": { "c": 1 } }] })).as_deref(),
            Some("a[0].b")
        );
        assert_eq!(found(json!({ "a": [1, [2]], "x": 1 }), json!({ "a": [1, [2]] })), None);
        assert!(json_object(b" \n{}") && !json_object(b"[]") && !json_object(b""));
    }
}
