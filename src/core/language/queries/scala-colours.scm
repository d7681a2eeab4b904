; The colours of Scala: a capture has the name of a kind of token and its modifiers, see ../colours.ts. If a node is captured
; several times, the last pattern counts. A node inside of a coloured one has its own colour. `none` takes the colour away.

; package kafka.server        import kafka.log.{Log, LogConfig => Config}
(package_identifier (identifier) @namespace)
(import_declaration (identifier) @namespace)
(namespace_selectors (identifier) @namespace)
(arrow_renamed_identifier (identifier) @namespace)

; log.append(batch)        append[Batch](batch)        batches map append
(call_expression function: (identifier) @method)
(call_expression function: (field_expression field: (identifier) @method))
(generic_function function: (identifier) @method)
(generic_function function: (field_expression field: (identifier) @method))
(infix_expression operator: (identifier) @method)

; Log.apply        new Log        Map[String, Log]
((identifier) @type (#match? @type "^[A-Z]"))
(type_identifier) @type

; val low, high = 0        val (first, rest) = batches        case Some(batch) =>        for (batch <- batches)
(val_definition pattern: (identifier) @variable.declaration)
(val_definition pattern: (identifiers (identifier) @variable.declaration))
(var_definition pattern: (identifier) @variable.declaration)
(var_definition pattern: (identifiers (identifier) @variable.declaration))
(val_declaration name: (identifier) @variable.declaration)
(var_declaration name: (identifier) @variable.declaration)
((tuple_pattern (identifier) @variable.declaration) (#match? @variable.declaration "^[a-z_]"))
((case_class_pattern pattern: (identifier) @variable.declaration) (#match? @variable.declaration "^[a-z_]"))
(capture_pattern name: (identifier) @variable.declaration)
(typed_pattern pattern: (identifier) @variable.declaration)
((enumerator . (identifier) @variable.declaration) (#match? @variable.declaration "^[a-z_]"))

; ApiKeys.PRODUCE        val MAX_1 = 1
((identifier) @variable.readonly (#match? @variable.readonly "^[A-Z][A-Z0-9_]+$"))

; (batch: Batch)        batch => …        (batch, other) => …        append(records = batch)        self: Log =>
(class_parameter name: (identifier) @parameter.declaration)
(parameter name: (identifier) @parameter.declaration)
(binding name: (identifier) @parameter.declaration)
(lambda_expression parameters: (identifier) @parameter.declaration)
(arguments (assignment_expression left: (identifier) @parameter))
(self_type (identifier) @parameter.declaration)

; [A, +B, -C]
(type_parameters name: (identifier) @typeParameter.declaration)
(covariant_type_parameter name: (identifier) @typeParameter.declaration)
(contravariant_type_parameter name: (identifier) @typeParameter.declaration)

; class Log        trait Store        object Log        enum Level { case Low }        type Key = String        def append(…)
(class_definition name: (_) @class.declaration)
(object_definition name: (_) @class.declaration)
(trait_definition name: (_) @interface.declaration)
(enum_definition name: (_) @enum.declaration)
(simple_enum_case name: (_) @enumMember.declaration)
(full_enum_case name: (_) @enumMember.declaration)
(package_object name: (_) @namespace.declaration)
(type_definition name: (_) @type.declaration)
(function_definition name: (_) @method.declaration)
(function_declaration name: (_) @method.declaration)

; @volatile
(annotation "@" @decorator)
(annotation name: (type_identifier) @decorator)
(annotation name: (stable_type_identifier (type_identifier) @decorator))

; this.log        super.append
((identifier) @variable.defaultLibrary (#any-of? @variable.defaultLibrary "this" "super"))

; 1        1.5        true        null        'symbol
(integer_literal) @number
(floating_point_literal) @number
(boolean_literal) @keyword.defaultLibrary
(null_literal) @keyword.defaultLibrary
(quote_expression "'" (identifier)) @variable.readonly
(quote_expression (identifier) @variable.readonly)

; "text\n"        's'        s"$batch of ${batches.size}"
(string) @string
(character_literal) @string
(interpolated_string) @string
(escape_sequence) @string.escape
(interpolated_string_expression interpolator: (identifier) @keyword.declaration)
(interpolation) @none
(interpolation "$" @keyword.declaration)
(interpolation (identifier) @variable)
(interpolation (block . "{" @keyword.declaration))
(interpolation (block "}" @keyword.declaration .))

; // comment        /* comment */        /** what the next declaration is for */
(comment) @comment
(block_comment) @comment
((block_comment) @comment.documentation (#match? @comment.documentation "^/[*][*]"))

; ---- words

["if" "else" "match" "for" "yield" "while" "do" "try" "catch" "finally" "throw" "return" "new" "then" "macro"] @keyword
(case_clause "case" @keyword)
(type_case_clause "case" @keyword)

["package" "import" "export" "class" "trait" "object" "enum" "extension" "given" "def" "val" "var" "type"] @keyword.declaration
(enum_case_definitions "case" @keyword.declaration)

["abstract" "final" "sealed" "implicit" "lazy" "override" "private" "protected" "extends" "with" "derives" "using"] @modifier
[(inline_modifier) (infix_modifier) (opaque_modifier) (open_modifier) (transparent_modifier)] @modifier
(class_definition "case" @modifier)
(object_definition "case" @modifier)
