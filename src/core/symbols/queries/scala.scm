; The declarations of Scala. The capture names are listed in ../captures.ts; each pattern says by an example what it finds.

; package org.example        package log { … }
(package_clause name: (_) @name body: (_)? @body) @package

; package object log { … }
(package_object name: (_) @name body: (_)? @body) @packageObject

; case class Log(dir: File)(implicit time: Time) { … }
(class_definition "case"? @case name: (_) @name class_parameters: (_)* @classParameters body: (_)? @body) @class

; sealed trait Store { … }
(trait_definition name: (_) @name body: (_)? @body) @trait

; case object Empty
(object_definition name: (_) @name body: (_)? @body) @object

; enum Level { case Low, High(rank: Int) }
(enum_definition name: (_) @name class_parameters: (_)* @classParameters body: (_) @body) @enum
(simple_enum_case name: (_) @name) @enumConstant
(full_enum_case name: (_) @name) @enumConstant
(enum_case_definitions) @members

; def append[A](batch: Batch*)(f: => A): A = …
((function_definition name: (_) @name (parameters)* @parameters) @method
  (#not-eq? @name "this"))
(function_declaration name: (_) @name (parameters)* @parameters) @method

; def this(dir: File) = this(dir, 0)
((function_definition name: (_) @name (parameters)* @parameters) @constructor
  (#eq? @name "this"))

; val segment = …
(val_definition (modifiers)? @modifiers pattern: [(identifier) (operator_identifier)] @name type: (_)? @ofType value: (_) @value) @val
(var_definition pattern: [(identifier) (operator_identifier)] @name) @var

; val low, high = …
(val_definition (modifiers)? @modifiers pattern: (identifiers (identifier) @name) type: (_)? @ofType value: (_) @value) @val
(var_definition pattern: (identifiers (identifier) @name)) @var

; val (low, Some(high)) = …
(val_definition pattern: [
  (tuple_pattern) (case_class_pattern) (typed_pattern) (capture_pattern) (infix_pattern)
  (interpolated_string_expression) (named_tuple_pattern)] @pattern) @val
(var_definition pattern: [
  (tuple_pattern) (case_class_pattern) (typed_pattern) (capture_pattern) (infix_pattern)
  (interpolated_string_expression) (named_tuple_pattern)] @pattern) @var

; val low, high: Long
(val_declaration name: (_) @name) @val
(var_declaration name: (_) @name) @var

; type Handler = Batch => Unit        type Key <: AnyRef
(type_definition name: (_) @name) @type

; Code that the parser could not understand still holds declarations.
(ERROR) @members

; ---- parameters

; class Log(val dir: File, private var size: Long, time: Time)
(class_parameter ["val" "var"]? @keyword name: (_) @name type: (_)? @ofType) @parameter

; def append(batch: Batch)
(parameter name: (_) @name type: (_) @ofType) @parameter

; ---- patterns: the names that they bind

; (a, b)
(tuple_pattern (identifier) @bound)

; Pair(a, b)
(case_class_pattern (identifier) @bound)

; a :: b
(infix_pattern left: (identifier) @bound)
(infix_pattern right: (identifier) @bound)

; a: Int
(typed_pattern pattern: (identifier) @bound)

; all @ Some(_)
(capture_pattern name: (identifier) @captured)

; s"$a-${b}-${c: Int}"
(interpolation (identifier) @bound)
(interpolation (block (identifier) @bound))
(interpolation (block (ascription_expression . (identifier) @bound)))

; ---- the names of types: a type is called by the name of @head

; Map[String, Log]
(generic_type type: (_) @head)

; Log with Closeable
(compound_type base: (_) @head)

; Log @unchecked
(annotated_type . (_) @head)

; java.util.Map
(stable_type_identifier (type_identifier) @head .)

; Log#Segment
(projected_type selector: (_) @head)

; Key Or Value
((infix_type operator: (_) @head) (#not-eq? @head "forSome"))

; Log[A] forSome { type A }
((infix_type left: (_) @head operator: (_) @name) (#eq? @name "forSome"))

; { def close(): Unit }
((structural_type) @called (#set! name "AnyRef"))

; this.type
(singleton_type) @singleton

; => A
((lazy_parameter_type type: (_) @head) (#set! before "=>"))

; A*
((repeated_parameter_type type: (_) @head) (#set! after "*"))

; A => B
((function_type) @called (#set! name "Function"))

; (A, B), but (A) is just A
((tuple_type . (_) . (_)) @called (#set! name "Tuple"))
(tuple_type . (_) @head .)
