import { notSupported, queryFailed } from '../errors';
import type { Filter } from './types';
import { isOperatorObject, isPlainObject } from './values';

const UNSUPPORTED = new Set([
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$geometry',
  '$centerSphere',
  '$text',
  '$search',
  '$where',
  '$jsonSchema',
  '$function',
  '$rand',
  '$sampleRate',
]);
const KNOWN = new Set([
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$nin',
  '$all',
  '$exists',
  '$size',
  '$mod',
  '$type',
  '$regex',
  '$options',
  '$elemMatch',
  '$not',
  '$bitsAllClear',
  '$bitsAllSet',
  '$bitsAnyClear',
  '$bitsAnySet',
]);
const LOGICAL = new Set(['$and', '$or', '$nor']);

/** Refuses what MongoDB refuses, in its words, and what this stand-in cannot do. @throws CloudError */
export function checkFilter(filter: Filter): void {
  for (const [name, condition] of Object.entries(filter)) {
    if (LOGICAL.has(name)) checkBranches(name, condition);
    else if (UNSUPPORTED.has(name)) throw notSupported(name);
    else if (name === '$expr' || name === '$comment') continue;
    else if (name.startsWith('$')) throw queryFailed(`unknown top level operator: ${name}`);
    else checkCondition(condition);
  }
}

function checkBranches(name: string, branches: unknown): void {
  if (!Array.isArray(branches)) throw queryFailed(`${name} must be an array`);
  if (branches.length === 0) throw queryFailed('$and/$or/$nor must be a nonempty array');
  for (const branch of branches) {
    if (!isPlainObject(branch)) throw queryFailed('$or/$and/$nor entries need to be full objects');
    checkFilter(branch);
  }
}

function checkCondition(condition: unknown): void {
  if (!isOperatorObject(condition)) return;
  for (const [operator, operand] of Object.entries(condition)) {
    if (UNSUPPORTED.has(operator)) throw notSupported(operator);
    if (!KNOWN.has(operator)) throw queryFailed(`unknown operator: ${operator}`);
    checkOperand(operator, operand, condition);
  }
}

function checkOperand(operator: string, operand: unknown, condition: Filter): void {
  switch (operator) {
    case '$in':
    case '$nin':
    case '$all':
      if (!Array.isArray(operand)) throw queryFailed(`${operator} needs an array`);
      if (operand.some((one) => isOperatorObject(one) && !('$elemMatch' in one && operator === '$all'))) {
        throw queryFailed(`cannot nest $ under ${operator}`);
      }
      return;
    case '$size':
      if (typeof operand !== 'number') throw queryFailed('$size needs a number');
      if (!Number.isInteger(operand)) throw queryFailed('$size must be a whole number');
      if (operand < 0) throw queryFailed('$size may not be negative');
      return;
    case '$mod':
      checkMod(operand);
      return;
    case '$elemMatch':
      if (!isPlainObject(operand)) throw queryFailed('$elemMatch needs an Object');
      if (startsLikeCondition(operand)) checkCondition(operand);
      else checkFilter(operand);
      return;
    case '$not':
      checkNot(operand);
      return;
    case '$options':
      if (!('$regex' in condition)) throw queryFailed('$options needs a $regex');
      return;
    case '$regex':
      checkRegex(operand, condition.$options);
      return;
  }
}

const startsLikeCondition = (operand: Filter): boolean =>
  isOperatorObject(operand) && !LOGICAL.has(Object.keys(operand)[0] ?? '') && !('$expr' in operand);

function checkMod(operand: unknown): void {
  if (!Array.isArray(operand)) throw queryFailed('malformed mod, needs to be an array');
  if (operand.length < 2) throw queryFailed('malformed mod, not enough elements');
  if (operand.length > 2) throw queryFailed('malformed mod, too many elements');
  const [divisor, remainder] = operand;
  if (typeof divisor !== 'number') throw queryFailed('malformed mod, divisor not a number');
  if (typeof remainder !== 'number') throw queryFailed('malformed mod, remainder not a number');
  if (Math.trunc(divisor) === 0) throw queryFailed('divisor cannot be 0');
}

function checkNot(operand: unknown): void {
  if (operand instanceof RegExp) return;
  if (!isPlainObject(operand)) throw queryFailed('$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw queryFailed('$not cannot be empty');
  if (!isOperatorObject(operand)) throw queryFailed(`unknown operator: ${Object.keys(operand)[0]}`);
  checkCondition(operand);
}

function checkRegex(pattern: unknown, options: unknown): void {
  if (typeof pattern !== 'string' && !(pattern instanceof RegExp)) {
    throw queryFailed('$regex has to be a string');
  }
  if (options !== undefined && typeof options !== 'string') {
    throw queryFailed('$options has to be a string');
  }
  if (typeof options === 'string' && /[^imsu]/.test(options)) {
    throw queryFailed(`invalid flag in regex options: ${options}`);
  }
}
