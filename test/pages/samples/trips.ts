import type { OneTrip, TripView } from '../../../miniprogram/contract/trip';
import type { Answers } from '../fake-gateway';
import { at } from './clock';
import { SAMPLE_PORTRAIT } from './pictures';

const who = { name: '李**', role: '网格员', sample: true };
const matter = (id: string, title: string, building: string, homeAt: string) => ({
  id,
  title,
  word: '正在办',
  building,
  homeAt,
});

export const tripWays: OneTrip[] = [
  {
    place: '幸福小区 3 号楼',
    matters: [
      matter('r-lamp', '换厨房灯', '幸福小区 3 号楼', '下午都在家'),
      matter('r-hair', '上门理发', '幸福小区 3 号楼', ''),
      matter('r-pills', '取药送到家', '幸福小区 4 号楼', '晚上 7 点后'),
    ],
  },
  { place: '和平路平房', matters: [matter('r-stairs', '邻里漏水说和', '和平路平房', '')] },
];

const trip = (now: number): TripView => ({
  id: 't-1',
  state: 'under_way',
  at: at(now, 0, 14),
  stops: ['换厨房灯', '上门理发', '幸福小区 5 号楼'],
  sample: true,
  community: '建国社区',
  who,
  until: at(now, 1, 0),
  next: ['record', 'end'],
  places: [
    {
      key: 'r-lamp',
      requestId: 'r-lamp',
      title: '换厨房灯',
      building: '幸福小区 3 号楼',
      homeAt: '下午都在家',
      code: '4821',
      gone: false,
      records: [
        {
          door: '',
          outcome: 'met',
          said: '灯换好了，大娘说亮堂',
          audio: null,
          requestId: 'r-pills',
          at: at(now, 0, 14, 10),
        },
      ],
    },
    {
      key: 'r-hair',
      requestId: 'r-hair',
      title: '上门理发',
      building: '',
      homeAt: '',
      code: '',
      gone: true,
      records: [],
    },
    {
      key: 'b-5',
      requestId: null,
      title: '幸福小区 5 号楼',
      building: '幸福小区 5 号楼',
      homeAt: '',
      code: '0937',
      gone: false,
      records: [
        { door: 'd-1', outcome: 'nobody', said: '', audio: null, requestId: null, at: at(now, 0, 14, 30) },
      ],
    },
  ],
});

export function tripAnswers(now: number): Answers {
  const card = () => trip(now);
  return {
    'trip.options': () => ({
      communityId: 'jianguo',
      community: '建国社区',
      ways: tripWays,
      most: 4,
      buildings: ['幸福小区 3 号楼', '幸福小区 4 号楼', '和平路平房'],
    }),
    'trip.plan': card,
    'trip.mine': () => ({ open: [trip(now)], past: [] }),
    'trip.get': card,
    'trip.start': card,
    'trip.record': card,
    'trip.end': () => ({ ...trip(now), state: 'ended', next: [] }),
    'trip.cancel': () => ({ ...trip(now), state: 'cancelled', next: [] }),
    'trip.coming': () => ({
      items: [
        {
          id: 't-1-r-lamp',
          who,
          visitor: { picture: SAMPLE_PORTRAIT, rings: false },
          at: at(now, 0, 14),
          title: '换厨房灯',
          requestId: 'r-lamp',
          code: '4821',
          until: at(now, 1, 0),
          forWhom: '',
          sample: true,
        },
      ],
    }),
    'trip.desk': () => ({
      community: '建国社区',
      items: [
        {
          id: 't-1',
          who,
          at: at(now, 0, 14),
          doors: [
            { building: '幸福小区 3 号楼', code: '4821' },
            { building: '幸福小区 5 号楼', code: '0937' },
          ],
          sample: true,
        },
      ],
    }),
  };
}
