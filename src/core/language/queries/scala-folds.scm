; The folds of Scala. The captures are explained in ../folds.ts.

["{" "(" "["] @open
["}" ")" "]"] @close

(comment) @comment
(block_comment) @comment
(import_declaration) @import

; A definition folds from the line of its name, so that a long list of parameters folds with the body.
(class_definition name: (_) @start) @until
(object_definition name: (_) @start) @until
(trait_definition name: (_) @start) @until
(enum_definition name: (_) @start) @until
(package_object name: (_) @start) @until
(function_definition name: (_) @start) @until
(val_definition "val" @start) @until
(var_definition "var" @start) @until
(type_definition name: (_) @start) @until

; case Some(batch) =>
;   append(batch)
(case_clause pattern: (_) @start) @until

; """ several
;  lines """
(string) @until
(interpolated_string) @until
