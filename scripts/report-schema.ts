/** The JSON Schema of the report, made from the types in src/document and their comments. */
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

const entry = join(import.meta.dirname, '..', 'src', 'document', 'report.ts');

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es5.d.ts'],
  module: ts.ModuleKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  types: [],
};

/** The whole schema. Throws where a field has no comment, or a type that JSON Schema has no word for here. */
export function reportSchema(): Schema {
  const program = ts.createProgram([entry], options, ownFilesHost());
  const writer = new SchemaWriter(program.getTypeChecker());
  const root = program.getSourceFile(entry)?.statements.find(ts.isInterfaceDeclaration);
  if (root === undefined) throw new Error(`${entry} has no interface.`);
  const { description, ...body } = writer.object(root);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The report of a step of Rollout Conductor',
    description,
    ...body,
    $defs: Object.fromEntries([...writer.definitions].toSorted(([one], [other]) => (one < other ? -1 : 1))),
  };
}

const plainTypes: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.StringKeyword, 'string'],
  [ts.SyntaxKind.NumberKeyword, 'number'],
  [ts.SyntaxKind.BooleanKeyword, 'boolean'],
]);

/** Packages are left aside: no field has a type of one, and reading them takes most of the time. */
function ownFilesHost(): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    resolveModuleNameLiterals: (names, from) =>
      names.map(({ text }) => ({
        resolvedModule: text.startsWith('.')
          ? { resolvedFileName: join(dirname(from), text), extension: ts.Extension.Ts }
          : undefined,
      })),
  };
}

/** Follows types to their declarations, and collects what is referred to by name. */
class SchemaWriter {
  readonly definitions = new Map<string, Schema>();
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  object(declaration: ts.InterfaceDeclaration): Schema {
    const members = this.#checker.getTypeAtLocation(declaration).getProperties();
    const properties = members.map((member) => [member.name, this.#property(member)] as const);
    const required = members.filter(({ flags }) => (flags & ts.SymbolFlags.Optional) === 0);
    return {
      ...commentOf(declaration),
      type: 'object',
      properties: Object.fromEntries(properties),
      required: required.map(({ name }) => name),
      additionalProperties: false,
    };
  }

  #property(member: ts.Symbol): Schema {
    const declaration = member.valueDeclaration;
    if (declaration === undefined || !ts.isPropertySignature(declaration) || declaration.type === undefined)
      throw new Error(`${member.name} is no plain field.`);
    const comment = commentOf(declaration);
    return { ...this.#type(declaration.type), ...comment };
  }

  #type(node: ts.TypeNode): Schema {
    const plain = plainTypes.get(node.kind);
    if (plain !== undefined) return { type: plain };
    if (ts.isTypeOperatorNode(node)) return this.#type(node.type);
    if (ts.isArrayTypeNode(node)) return { type: 'array', items: this.#type(node.elementType) };
    if (ts.isTypeReferenceNode(node)) return this.#reference(node);
    return literals(this.#checker.getTypeFromTypeNode(node)) ?? refuse(node);
  }

  #reference(node: ts.TypeReferenceNode): Schema {
    const symbol = this.#checker.getSymbolAtLocation(node.typeName);
    const [declaration] =
      (symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0
        ? this.#checker.getAliasedSymbol(symbol)
        : symbol
      )?.declarations ?? [];
    if (declaration === undefined) return refuse(node);
    if (ts.isInterfaceDeclaration(declaration))
      return this.#define(declaration.name.text, () => this.object(declaration));
    if (!ts.isTypeAliasDeclaration(declaration)) return refuse(node);
    const comment = commentOf(declaration);
    const words = literals(this.#checker.getTypeAtLocation(declaration));
    if (words !== undefined) return this.#define(declaration.name.text, () => ({ ...comment, ...words }));
    if (ts.isUnionTypeNode(declaration.type)) {
      const { types } = declaration.type;
      return this.#define(declaration.name.text, () => ({
        ...comment,
        oneOf: types.map((type) => this.#type(type)),
      }));
    }
    return { ...this.#type(declaration.type), ...comment };
  }

  /** Named before it is made: a tree refers to itself. */
  #define(type: string, make: () => Schema): Schema {
    const name = type.replace(/Document$/, '');
    if (!this.definitions.has(name)) {
      this.definitions.set(name, {});
      this.definitions.set(name, make());
    }
    return { $ref: `#/$defs/${name}` };
  }
}

function refuse(node: ts.TypeNode): never {
  throw new Error(`The schema of the report has no word for the type ${node.getText()}.`);
}

/** The words of a literal or of a union of literals; undefined for any other type. */
function literals(type: ts.Type): Schema | undefined {
  const types = type.isUnion() ? type.types : [type];
  const words = types.map((one) => (one.isStringLiteral() || one.isNumberLiteral() ? one.value : undefined));
  if (words.includes(undefined)) return undefined;
  // The compiler keeps them in the order in which it met them.
  return words.length === 1 ? { const: words[0] } : { enum: words.toSorted() };
}

/** The comment of a declaration, with the words for JSON Schema that its tags say. */
function commentOf(node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.PropertySignature): Schema {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(comment?.comment)?.replaceAll(/\s+/g, ' ').trim();
  if (text === undefined || text === '') throw new Error(`${node.name.getText()} has no comment.`);
  const tags = ts.getJSDocTags(node).map((tag) => [tag.tagName.text, ts.getTextOfJSDocComment(tag.comment)]);
  return { description: text, ...wordsOf(new Map(tags as [string, string | undefined][])) };
}

function wordsOf(tags: ReadonlyMap<string, string | undefined>): Schema {
  const [format, minimum] = [tags.get('format'), tags.get('minimum')];
  return {
    ...(tags.has('integer') && { type: 'integer' }),
    ...(format !== undefined && { format: format.trim() }),
    ...(minimum !== undefined && { minimum: Number(minimum) }),
  };
}
