; The folds of Java. The captures are explained in ../folds.ts.

["{" "(" "["] @open
["}" ")" "]"] @close

(line_comment) @comment
(block_comment) @comment
(import_declaration) @import

; A declaration folds from the line of its name, so that a long list of parameters folds with the body.
(class_declaration name: (_) @start) @until
(interface_declaration name: (_) @start) @until
(enum_declaration name: (_) @start) @until
(record_declaration name: (_) @start) @until
(annotation_type_declaration name: (_) @start) @until
(method_declaration name: (_) @start) @until
(constructor_declaration name: (_) @start) @until
(field_declaration declarator: (variable_declarator name: (_) @start)) @until

; case PRODUCE:
;   handle(request);
(switch_block_statement_group (switch_label) @start) @until
