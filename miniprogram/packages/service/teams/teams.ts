import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { shown } from '../../../api/show';
import { SERVICE_PROJECTS, type ServiceProject } from '../../../contract/words';
import { look } from '../../../device/look';
import { type TeamsLook, teamsLook } from './teams.view';

/** 志愿服务: what is coming, four projects, five teams. `?team=` or `?project=` shows only its activities. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as TeamsLook | null,
    /** In the large version what is coming stands alone until more is asked for. */
    unfolded: false,
  },
  teamId: '',
  project: null as ServiceProject | null,
  onLoad(query: Record<string, string | undefined>) {
    this.teamId = query.team ?? '';
    const { project = '' } = query;
    // A key of the closed list is one of its values.
    this.project = project in SERVICE_PROJECTS ? (project as ServiceProject) : null;
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    await shown(this, async () => {
      const { output } = await load('team.list', {});
      const team = output.teams.find(({ id }) => id === this.teamId) ?? null;
      const coming =
        team === null
          ? output.coming
          : (await load('activity.list', { teamId: team.id, after: null })).output.items;
      const view = teamsLook(output.teams, coming, { team, project: this.project }, serverNow());
      this.setData({ state: 'ready', view });
    });
  },
  onUnfold() {
    this.setData({ unfolded: true });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});
