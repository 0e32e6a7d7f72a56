import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as words from '@contract/words';
import { openVault } from '../../cloudfunctions/core/vault';
import { COMMUNITIES } from '../../cloudfunctions/people/community/list';
import { collections } from '../../database/collections';
import { demonstration, facts } from '../../database/seed';
import stated from '../../database/seed/facts.json' with { type: 'json' };

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const names = (list: Readonly<Record<string, string>>): string[] => Object.values(list);

test('the closed lists are the seed’s own words [S40] [S41] [S57] [S72] [S77]', () => {
  assert.deepEqual(names(words.TRACKS), stated.tracks);
  assert.deepEqual(names(words.METHODS), stated.methods);
  assert.deepEqual(names(words.CLASSROOM_BRANDS), Object.keys(stated.classrooms));
  assert.deepEqual(
    names(words.SERVICE_CATEGORIES).map((name) => name.replace(/[“”]/g, '')),
    stated.serviceCategories.map((name) => name.replace(/[“”]/g, '')),
  );
  assert.deepEqual(names(words.GRID_TOPICS), stated.awards.fields);
  assert.deepEqual(names(words.SESSION_FORMS), stated.forms);
  assert.deepEqual(names(words.DELIVERY_STYLES), stated.deliveryStyles);
  assert.deepEqual(names(words.RESOURCE_THEMES), stated.themes);
  for (const program of names(words.PROGRAMS)) assert.ok(stated.programs.includes(program), program);
});

test('five volunteer teams of which the seed names two, its projects and kinds of activity in its own words [S63] [S64] [S65]', () => {
  const teams = facts(NOW)['teams'] ?? [];
  assert.deepEqual(
    teams.map((team) => Reflect.get(team, 'name')),
    stated.teams,
  );
  assert.deepEqual(names(words.SERVICE_PROJECTS), stated.serviceProjects);
  assert.deepEqual(names(words.ACTIVITY_KINDS), stated.activityTypes);
  assert.deepEqual(names(words.AWARD_KINDS), stated.awards.kinds);
});

test('one main point and three branches, of which the seed names one; the others stay placeholders [S13] [S15]', () => {
  assert.deepEqual(
    COMMUNITIES.map(({ name }) => name),
    stated.network.branches.map(({ name }) => name),
  );
  const venues = facts(NOW)['venues'] ?? [];
  const tiers = venues.map((venue) => Reflect.get(venue, 'tier'));
  assert.equal(tiers.filter((tier) => tier === 'main').length, stated.network.main.count);
  assert.equal(tiers.filter((tier) => tier === 'branch').length, stated.network.branches.length);
  assert.equal(Reflect.get(venues[0] ?? {}, 'alias'), stated.network.main.alias);
});

test('every document of a demonstration that is not stated by the seed is marked as a sample', () => {
  const { courses = [], sessions = [], persons = [], activities = [] } = demonstration(NOW);
  for (const document of [...courses, ...sessions, ...persons, ...activities])
    assert.equal(Reflect.get(document, 'sample'), true);
});

test('nobody in a demonstration has an invented name', () => {
  for (const person of demonstration(NOW)['persons'] ?? [])
    assert.match(String(Reflect.get(person, 'name')), /^样例/);
});

test('sensitive fields of the collections are declared, and what is sealed says nothing of itself', () => {
  assert.equal(collections.persons.fields.phone, 'L3');
  assert.equal(collections.requests.fields['beneficiary.door'], 'L3');
  const vault = openVault(`a:${Buffer.alloc(32, 3).toString('base64')}`, 'a pepper for the tests', undefined);
  assert.equal(vault.seal('三单元 402').includes('三单元'), false);
});
