; The declarations of Java. The capture names are listed in ../captures.ts; each pattern says by an example what it finds.

; package org.example.log;
(package_declaration [(identifier) (scoped_identifier)] @name) @package

; class Log { … }
(class_declaration name: (_) @name body: (_) @body) @class

; record Point(int x, int y) { … }
(record_declaration name: (_) @name parameters: (_) @components body: (_) @body) @class

; interface Store { … }
(interface_declaration name: (_) @name body: (_) @body) @interface

; enum Level { LOW, HIGH; … }
(enum_declaration name: (_) @name body: (_) @body) @enum

; @interface Stable { … }
(annotation_type_declaration name: (_) @name body: (_) @body) @annotation

; enum Level { LOW, HIGH("h") { … } }
(enum_constant name: (_) @name) @enumConstant

; void append(Batch batch) { … }
(method_declaration name: (_) @name parameters: (_) @parameters) @method

; int value() default 1;
(annotation_type_element_declaration name: (_) @name) @method

; Log(File dir) { … }
(constructor_declaration name: (_) @name parameters: (_) @parameters) @constructor

; record Point(int x, int y) { Point { … } }
(compact_constructor_declaration name: (_) @name) @constructor

; static final String A = "a", B = A + "b";
(field_declaration (modifiers)? @modifiers type: (_) @ofType
  declarator: (variable_declarator name: (_) @name value: (_)? @value)) @field

; interface Names { String A = "a"; }
((constant_declaration type: (_) @ofType
  declarator: (variable_declarator name: (_) @name value: (_)? @value)) @field
  (#set! constant))

; enum Level { LOW; int rank; }
(enum_body_declarations) @members

; Code that the parser could not understand still holds declarations.
(ERROR) @members

; ---- parameters

; (final int a, String[] b, long c[]), but not (@Mine Log this)
((formal_parameter type: (_) @ofType name: (_) @name dimensions: (_)? @dimensions) @parameter
  (#not-eq? @name "this"))

; (String... names)
(spread_parameter [(type_identifier) (scoped_type_identifier) (generic_type) (array_type)
  (integral_type) (floating_point_type) (boolean_type)] @ofType
  (variable_declarator name: (_) @name)) @repeated

; ---- the names of types: a type is called by the name of @head

; Map<String, Log>
(generic_type . (_) @head)

; java.util.Map.Entry
(scoped_type_identifier (type_identifier) @head .)

; byte[][]
(array_type element: (_) @head dimensions: (_) @dimensions)
