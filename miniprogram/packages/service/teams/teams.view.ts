import type { ActivityCard, TeamCard } from '../../../contract/activity';
import { SERVICE_PROJECTS, type ServiceProject } from '../../../contract/words';
import { type ActivityLine, activityLine, teamWord } from '../../../lib/activity-line';

interface ProjectLine {
  project: ServiceProject;
  title: string;
  text: string;
  link: string;
}

/** The four projects (S63) and where each of them is done. */
const DOING: Readonly<Record<ServiceProject, { text: string; link: string }>> = {
  science: { text: '想听啥，去菜单上点', link: '/packages/school/menu/menu' },
  sunset: { text: '看看老人，说说话', link: '/packages/service/teams/teams?project=sunset' },
  home_lesson: { text: '出不了门的，课送到家', link: '/packages/service/say/say' },
  wish: { text: '谁家有个小心愿，搭把手', link: '/packages/service/wall/wall' },
};

export interface TeamsLook {
  /** What is shown is one team's or one project's; '' for all. */
  title: string;
  coming: ActivityLine[];
  projects: ProjectLine[];
  teams: { id: string; title: string; link: string }[];
}

export interface Narrowing {
  team: TeamCard | null;
  project: ServiceProject | null;
}

export function teamsLook(
  teams: readonly TeamCard[],
  coming: readonly ActivityCard[],
  { team, project }: Narrowing,
  now: number,
): TeamsLook {
  const narrow = team !== null || project !== null;
  return {
    title: team !== null ? teamWord(team) : project !== null ? SERVICE_PROJECTS[project] : '',
    coming: coming
      .filter((card) => project === null || card.project === project)
      .map((card) => activityLine(card, now)),
    // The keys of a closed list are its values.
    projects: narrow
      ? []
      : (Object.keys(SERVICE_PROJECTS) as ServiceProject[]).map((one) => ({
          project: one,
          title: SERVICE_PROJECTS[one],
          ...DOING[one],
        })),
    teams: narrow
      ? []
      : teams.map((one) => ({
          id: one.id,
          title: teamWord(one),
          link: `/packages/service/teams/teams?team=${one.id}`,
        })),
  };
}
