/** 样例: beside everything that is made up for a demonstration. Properties: sample (false draws nothing). */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: { sample: { type: Boolean, value: true } },
});
