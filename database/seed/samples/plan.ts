import { dayOf } from '../../../cloudfunctions/core/calendar';
import { type FixedClass, newPlan, type Plan } from '../../../cloudfunctions/school/plan/model';

/** Fixed classes of a demonstration, on the courses of the samples: each of the four content areas (S31). */
const EACH_MONTH: readonly Omit<FixedClass, 'id' | 'month' | 'title' | 'venueId'>[] = [
  { area: 'spirit', courseId: 'c-vow', weekday: 2, weeks: [1], start: '09:00', minutes: 60 },
  { area: 'affairs', courseId: 'c-rights', weekday: 3, weeks: [2], start: '19:00', minutes: 60 },
  { area: 'ability', courseId: 'c-papers', weekday: 4, weeks: [3], start: '14:00', minutes: 90 },
  { area: 'governance', courseId: 'c-quarrel', weekday: 5, weeks: [4], start: '18:30', minutes: 40 },
];

/** This year's plan, written and decided: what the month's timetable shows in a demonstration. */
export function samplePlans(now: number): Plan[] {
  const year = Number(dayOf(now).slice(0, 4));
  const classes = Array.from({ length: 12 }, (_, month) =>
    EACH_MONTH.map((one) => ({
      ...one,
      title: '',
      venueId: 'main',
      id: `p-${month + 1}-${one.area}`,
      month: month + 1,
    })),
  ).flat();
  return [
    {
      ...newPlan(year, now),
      state: 'approved',
      classes,
      edition: 1,
      approved: { at: now, matterId: 'sample-plan', classes },
      sample: true,
    },
  ];
}
