import { notSupported, type WriteKind, writeFailed } from '../../errors';
import type { Document } from '../types';
import { isPlainObject } from '../values';

/** One operator on one path, as in `{$inc: {'seats.open': -1}}`. */
export interface Statement {
  operator: string;
  field: string;
  operand: unknown;
}

const OPERATORS = new Set([
  '$set',
  '$setOnInsert',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$bit',
  '$rename',
  '$push',
  '$pop',
  '$pull',
  '$pullAll',
  '$addToSet',
  '$currentDate',
]);

const refuse = (message: string, code: number) => writeFailed('Update', message, code);

/**
 * Takes an update apart and refuses what MongoDB refuses whatever the document.
 * @throws CloudError
 */
export function statementsOf(update: Document): Statement[] {
  const statements = Object.entries(update).flatMap(([operator, fields]) => {
    const checked = fieldsOf(operator, fields);
    return Object.entries(checked).map(([field, operand]) => ({ operator, field, operand }));
  });
  if (statements.length === 0) throw refuse("update document must contain key beginning with '$'", 9);
  for (const { operator, field, operand } of statements) {
    checkField(field);
    if (operator === '$rename') checkRename(field, operand);
    if (operator === '$set' || operator === '$setOnInsert') checkStorable('Update', operand, field);
  }
  checkConflicts(statements);
  return statements;
}

function fieldsOf(operator: string, fields: unknown): Document {
  if (!operator.startsWith('$')) {
    throw refuse(
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      9,
    );
  }
  if (!OPERATORS.has(operator)) throw refuse(`Unknown modifier: ${operator}`, 9);
  if (!isPlainObject(fields)) {
    throw refuse(
      `Modifiers operate on fields but we found type ${typeof fields} instead. For example: {$mod: {<field>: ...}}`,
      9,
    );
  }
  if (Object.keys(fields).length === 0) {
    throw refuse(
      `'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`,
      9,
    );
  }
  return fields;
}

function checkField(field: string): void {
  const names = field.split('.');
  if (field === '') throw refuse('An empty update path is not valid.', 56);
  if (names.includes('')) {
    throw refuse(`The update path '${field}' contains an empty field name, which is not allowed.`, 56);
  }
  if (names.includes('__proto__')) throw notSupported('A field named __proto__');
  const [first = ''] = names;
  if (first.startsWith('$')) {
    throw refuse(
      first === '$' || first.startsWith('$[')
        ? `Cannot have positional (i.e. '$') element in the first position in path '${field}'`
        : `The dollar ($) prefixed field '${first}' in '${field}' is not valid for storage.`,
      first === '$' || first.startsWith('$[') ? 2 : 52,
    );
  }
  if (names.filter((name) => name === '$').length > 1) {
    throw refuse(`Too many positional (i.e. '$') elements found in path '${field}'`, 2);
  }
}

function checkRename(field: string, operand: unknown): void {
  if (typeof operand !== 'string') {
    throw refuse(`The 'to' field for $rename must be a string: ${field}: ${String(operand)}`, 2);
  }
  checkField(operand);
  if (operand === field) {
    throw refuse(`The source and target field for $rename must differ: ${field}: "${operand}"`, 2);
  }
  for (const path of [field, operand]) {
    if (path.split('.').some((name) => name.startsWith('$'))) {
      throw refuse(`The source and destination field for $rename may not be dynamic: ${path}`, 2);
    }
  }
}

/** Two statements may not touch the same place, nor one inside of another's. */
function checkConflicts(statements: Statement[]): void {
  const paths = statements.flatMap(({ operator, field, operand }) =>
    operator === '$rename' ? [field, String(operand)] : [field],
  );
  const sorted = [...paths].sort();
  for (const path of sorted) {
    const others = sorted.filter((other) => other === path || other.startsWith(`${path}.`));
    if (others.length > 1) {
      throw refuse(`Updating the path '${others.at(-1)}' would create a conflict at '${path}'`, 40);
    }
  }
}

/**
 * Names of stored fields may not begin with a dollar sign (a reference's own three apart).
 * @throws CloudError with MongoDB's error 52
 */
export function checkStorable(kind: WriteKind, value: unknown, at: string): void {
  if (Array.isArray(value)) {
    value.forEach((element, i) => {
      checkStorable(kind, element, `${at}.${i}`);
    });
    return;
  }
  if (!isPlainObject(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    const path = at === '' ? name : `${at}.${name}`;
    if (name.startsWith('$') && !['$ref', '$id', '$db'].includes(name)) {
      throw writeFailed(
        kind,
        `The dollar ($) prefixed field '${name}' in '${path}' is not valid for storage.`,
        52,
      );
    }
    checkStorable(kind, inner, path);
  }
}
