import { call, Refused, saysOf, serverNow, Unreachable } from '../../../api/call';
import { intention } from '../../../api/intention';
import type { LedgerFile } from '../../../contract/ledger';
import type { LedgerSheet } from '../../../contract/words';
import { fetchFile, openDocument, sendFile } from '../../../device/document';
import { look } from '../../../device/look';
import { monthChoices, sheetLines } from './ledger.view';

/** 台账: one month as a workbook, or one sheet of it for another platform (story 14). */
Page({
  data: {
    ...look(),
    months: [] as { value: string; word: string }[],
    month: '',
    sheets: sheetLines(null),
    busy: '' as '' | 'workbook' | LedgerSheet,
    news: '',
    trouble: '',
  },
  intention: intention(),
  onLoad() {
    const months = monthChoices(serverNow());
    this.setData({ months, month: months[0]?.value ?? '' });
  },
  onShow() {
    this.setData(look());
  },
  onMonth(event: WechatMiniprogram.TouchEvent) {
    if (this.data.busy !== '') return;
    this.intention = intention();
    const month = String(event.currentTarget.dataset.value);
    this.setData({ month, sheets: sheetLines(null), news: '', trouble: '' });
  },
  async onExport() {
    await this.export('workbook', async (file, path) => {
      this.setData({ sheets: sheetLines(file) });
      const opened = await openDocument(path, 'xlsx');
      this.setData({
        news: opened ? '导出来了，右上角能发到电脑' : '导出来了，这部手机打不开表格，发到电脑上看',
      });
      if (!opened) sendFile(path, file.name);
    });
  },
  async onSheet(event: WechatMiniprogram.TouchEvent) {
    const line = this.data.sheets.find(({ sheet }) => sheet === event.currentTarget.dataset.sheet);
    if (line === undefined) return;
    await this.export(line.sheet, async (file, path) => {
      sendFile(path, file.name);
      this.setData({ news: `${line.title}的 CSV 导出来了，发到电脑上用` });
    });
  },
  async export(as: 'workbook' | LedgerSheet, use: (file: LedgerFile, path: string) => Promise<void>) {
    if (this.data.busy !== '') return;
    this.setData({ busy: as, news: '', trouble: '' });
    try {
      const input = { month: this.data.month, as };
      const file = await call('ledger.export', input, { rid: this.intention.rid() });
      this.intention.answered();
      await use(file, await fetchFile(file.url, file.name));
    } catch (failure) {
      if (failure instanceof Refused) this.intention.answered();
      const known = failure instanceof Refused || failure instanceof Unreachable;
      // Otherwise it was made and did not come down to this phone: the next press is a new address.
      this.setData({ trouble: known ? saysOf(failure) : '做好了，没传到手机上，再点一下' });
    } finally {
      this.setData({ busy: '' });
    }
  },
});
