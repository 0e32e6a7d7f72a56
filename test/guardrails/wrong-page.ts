/** A page on which everything is wrong that the audit looks for, once each. */
export const WRONG = `<style>
  html { font-size: 21px } body { margin: 0; font: 21px/1.5 sans-serif; background: #fff } .b { position: fixed; bottom: 0; width: 100%; height: 90px; background: #fff }
  .at { position: absolute } button { width: 90px; height: 66px; border: 0; padding: 0; font: inherit }
</style>
<div class="phone-view"><div class="phone-scroller" style="height:100vh;overflow:hidden auto">
  <p style="font-size:12px">甲小字</p>
  <p style="font-size:19.5px">乙次字</p>
  <p style="color:#999">丙淡字</p>
  <p style="width:100px;line-height:1.1">丁挤在一起的两行字</p>
  <p style="width:60px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis">戊省略了的题目</p>
  <p style="height:20px;overflow:hidden;width:100px">己被截了的几行字呢</p>
  <div style="position:relative;height:140px"><span class="at">庚盖住的</span><span class="at">辛盖上的</span>
    <span class="at" style="top:70px">壬字压钮</span><button class="at" style="top:66px">癸</button></div>
  <div style="position:relative;height:80px"><button>子</button><button class="at" style="left:40px">丑</button></div>
  <button style="width:30px">寅</button><button></button>
  <button class="t-button--primary" style="height:50px" aria-label="卯">卯</button>
  <div role="button" style="width:90px;height:66px" aria-label="辰">辰巳</div>
  <div style="display:flex;flex-direction:column-reverse;width:100px"><span>午先读</span><span>未先看</span></div>
  <wx-image class="木" style="display:block;width:50px;height:50px"></wx-image>
  <p style="width:2000px;text-align:right">申太宽</p>
  <p style="margin-bottom:0">酉在条下面</p>
</div><div class="b">条</div></div>`;

export const FOUND = [
  'a picture without words: 木',
  'contrast 2.8 “丙淡字”',
  'lines 1.10 apart “丁挤在一起的两行字”',
  'main text of 19.5 px “乙次字”',
  'nothing to read aloud “”',
  'primary 50 high “卯”',
  'text beyond the edge “申太宽”',
  'text cut off “己被截了的几行字呢”',
  'text ends in an ellipsis “戊省略了的题目”',
  'text of 12 px “甲小字”',
  'the page is 1610 px wider than the glass',
  'to press 30 × 66 “寅”',
  '“壬字压钮” lies over what is pressed: “癸”',
  '“壬字压钮” lies over “癸”',
  '“子” lies over “丑”',
  '“己被截了的几行字呢” lies over “庚盖住的”',
  '“己被截了的几行字呢” lies over “辛盖上的”',
  '“庚盖住的” lies over “辛盖上的”',
  '“未先看” is read after “午先读” and stands before it',
  '“申太宽” stays under the bar',
  '“辰巳” is shown and “辰” is read',
  '“酉在条下面” stays under the bar',
];
