// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html/ReportStyle.h"

namespace report
{

namespace
{

constexpr std::string_view sheet = R"(
:root { color-scheme: light dark;
  --page: #f6f5f2; --card: #ffffff; --ink: #1b2027; --soft: #59626d; --line: #dcdad4; --link: #0b5a8a;
  --fail: #b3261e; --failback: #fbe6e4; --warn: #8f4d00; --warnback: #fdf0dc;
  --note: #0b5a8a; --noteback: #e5f1f9; --pass: #1d6b3c; --onsign: #ffffff;
  --device: #0b5a8a; --neutral: #6b7480; --threshold: #b3261e; --noise: #cfd3d8; --wave: #9aa3ad; }
@media (prefers-color-scheme: dark) { :root {
  --page: #14171b; --card: #1d2228; --ink: #e8ebee; --soft: #a4adb8; --line: #363d46; --link: #7fc3f2;
  --fail: #ff8d83; --failback: #43211f; --warn: #ffb864; --warnback: #40300f;
  --note: #7fc3f2; --noteback: #16354a; --pass: #7fd49c; --onsign: #14171b;
  --device: #7fc3f2; --neutral: #a4adb8; --threshold: #ff8d83; --noise: #3f4751; --wave: #66707b; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); print-color-adjust: exact; -webkit-print-color-adjust: exact;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", Arial, sans-serif; }
main, footer { max-width: 1060px; margin: 0 auto; padding: 0 20px; }
a { color: var(--link); }
a:focus-visible, label:focus-within, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1, h2, h3, p, figure, ul, ol { margin: 0; padding: 0; }
h2 { font-size: 1.2rem; margin: 0 0 14px; }
section { margin-top: 44px; }
.unseen { position: absolute; }
.master { border-top: 3px solid var(--line); margin-top: 56px; }

.top { padding: 44px 0 0; }
.top .file { color: var(--soft); font-weight: 600; overflow-wrap: anywhere; }
.top h1 { font-size: clamp(1.55rem, 4.2vw, 2.35rem); line-height: 1.22; letter-spacing: -0.015em; margin-top: 6px; max-width: 30em; text-wrap: balance; }
.fine { margin-top: 14px; color: var(--soft); }
.fine .sign { margin-right: 6px; }

.sign { width: 1.05em; height: 1.05em; vertical-align: -0.14em; fill: none; stroke-width: 0; flex: none; }
.sign .body, symbol .body { fill: currentColor; }
symbol .mark { fill: none; stroke: var(--onsign); stroke-width: 2; stroke-linecap: round; }
symbol .tick { fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
.sign.fail { color: var(--fail); } .sign.warn { color: var(--warn); } .sign.note { color: var(--note); } .sign.pass { color: var(--pass); }
.number { display: inline-grid; place-items: center; min-width: 1.65em; height: 1.65em; border-radius: 50%; background: var(--ink); color: var(--page);
  font-size: 0.8rem; font-weight: 700; margin-right: 9px; }

.card { background: var(--card); border: 1px solid var(--line); border-left-width: 6px; border-radius: 12px; padding: 22px 24px; margin-top: 16px;
  display: grid; grid-template-columns: minmax(0, 1fr); gap: 18px 32px; scroll-margin-top: 16px; }
.card:has(> .plot) { grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); }
.card.fail { border-left-color: var(--fail); } .card.warn { border-left-color: var(--warn); } .card.note { border-left-color: var(--note); }
.card:target { outline: 3px solid var(--link); }
.card h3 { font-size: 1rem; display: flex; align-items: center; flex-wrap: wrap; row-gap: 6px; }
.badge { display: inline-flex; align-items: center; gap: 6px; margin-left: 12px; padding: 2px 11px; border-radius: 99px; font-size: 0.86rem; }
.fail .badge { background: var(--failback); color: var(--fail); } .warn .badge { background: var(--warnback); color: var(--warn); } .note .badge { background: var(--noteback); color: var(--note); }
.say { font-size: 1.19rem; line-height: 1.42; margin: 12px 0 6px; text-wrap: pretty; }
.remedy, .evidence { margin-top: 12px; }
.evidence { color: var(--soft); font-size: 0.9rem; }
.players { display: flex; flex-wrap: wrap; gap: 12px 18px; margin-top: 14px; }
.players figure { flex: 1 1 220px; min-width: 0; }
.players figcaption { font-size: 0.9rem; margin-bottom: 4px; }
audio { width: 100%; height: 40px; display: block; }
details { margin-top: 10px; font-size: 0.9rem; }
summary { cursor: pointer; color: var(--link); }

.plot { align-self: start; min-width: 0; }
.plot figcaption { font-size: 0.9rem; font-weight: 600; margin-bottom: 6px; }
.plot > svg { width: 100%; height: auto; display: block; font-size: 13px; }
.plot text { fill: var(--soft); }
.grid { stroke: var(--line); fill: none; }
.place { fill: var(--warn); opacity: 0.13; }
.curve { fill: none; stroke-width: 2; stroke-linejoin: round; }
.curve.neutral { stroke: var(--neutral); stroke-dasharray: 7 5; }
.curve.device { stroke: var(--device); stroke-width: 2.8; }
.curve.threshold { stroke: var(--threshold); stroke-dasharray: 2 4; stroke-width: 2.4; }
.curve.noise { fill: var(--noise); stroke: var(--neutral); stroke-width: 1; }
.bar.neutral { fill: none; stroke: var(--neutral); stroke-width: 1.5; stroke-dasharray: 4 3; }
.bar.device { fill: var(--device); }
.bar.threshold { fill: none; stroke: var(--threshold); stroke-width: 3; }
.bar.noise { fill: var(--noise); }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 0.88rem; color: var(--soft); margin-top: 8px; }
.legend li { display: inline-flex; align-items: center; gap: 7px; }
.legend li > svg:not(.sign) { width: 30px; height: 14px; flex: none; }

.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.93rem; }
.plain th, .plain td { text-align: left; font-weight: 400; padding: 5px 16px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.matrix { width: 100%; background: var(--card); }
.matrix th { font-weight: 500; text-align: left; padding: 7px 10px; }
.matrix thead th { font-size: 0.84rem; color: var(--soft); vertical-align: bottom; text-align: center; line-height: 1.25; }
.matrix thead th:first-child { text-align: left; }
.matrix td { text-align: center; padding: 4px; border: 1px solid var(--line); height: 38px; }
.matrix tbody th { border-bottom: 1px solid var(--line); }
.matrix td a { display: block; padding: 5px; }
.matrix td.fail { background: var(--failback); } .matrix td.warn { background: var(--warnback); } .matrix td.note { background: var(--noteback); }
.matrix td .pass { opacity: 0.55; }
.matrix td.none { color: var(--soft); }
.matrix .overall { border-right: 3px solid var(--line); }
.matrix small { color: var(--soft); font-weight: 400; font-size: 0.82rem; }
.matrix tr:not(.kind) small { display: block; line-height: 1.25; }
.matrix tr.one th { padding-left: 30px; }
.matrix label { cursor: pointer; display: block; }
.matrix input { margin: 0 8px 0 0; width: 15px; height: 15px; vertical-align: -2px; accent-color: var(--link); }
@supports selector(:has(*)) {
  @media screen { .matrix tr.one { display: none; } .matrix tbody:has(input:checked) tr.one { display: table-row; } }
}

.strip { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px 18px; }
.wave { width: 100%; height: 110px; display: block; fill: var(--wave); }
.clock { position: relative; height: 22px; font-size: 0.8rem; color: var(--soft); border-top: 1px solid var(--line); }
.clock span { position: absolute; padding-left: 4px; border-left: 1px solid var(--line); line-height: 20px; }
.lanes { list-style: none; }
.lanes li { margin-top: 10px; font-size: 0.9rem; }
.lanes a { color: inherit; text-decoration: none; display: block; margin-bottom: 3px; }
.lanes a:hover { text-decoration: underline; }
.when { color: var(--soft); margin-left: 10px; }
.lane { position: relative; height: 13px; background: var(--page); border-radius: 3px; overflow: hidden; }
.lane i { position: absolute; top: 0; bottom: 0; min-width: 3px; border-radius: 2px; }
.fail .lane i { background: var(--fail); }
.warn .lane i { background: repeating-linear-gradient(135deg, var(--warn) 0 6px, var(--warnback) 6px 9px); }
.note .lane i { border: 2px solid var(--note); background: var(--noteback); }

.since h3 { font-size: 1rem; margin: 14px 0 4px; }
section > ul { padding-left: 20px; max-width: 46em; }
section > ul.legend { padding-left: 0; max-width: none; }
section > ul li + li { margin-top: 6px; }
section > ul.legend li + li { margin-top: 0; }
footer { color: var(--soft); font-size: 0.84rem; margin-top: 52px; padding-bottom: 40px; }

@media (max-width: 720px) {
  main, footer { padding: 0 14px; }
  .top { padding-top: 26px; }
  section { margin-top: 34px; }
  .card, .card:has(> .plot) { grid-template-columns: minmax(0, 1fr); padding: 16px; }
  .say { font-size: 1.08rem; }
  .plot > svg { font-size: 15px; }
  .matrix { font-size: 0.86rem; }
  .matrix th { padding: 6px 6px; min-width: 7.2em; }
  .matrix thead th:not(:first-child) { min-width: 0; padding: 4px 0; }
  .matrix thead th:not(:first-child) span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; text-align: left; }
  .matrix td { padding: 2px; min-width: 26px; }
  .matrix td a { padding: 5px 2px; }
  .matrix tr.one th { padding-left: 14px; }
  .wave { height: 72px; }
}
@media print {
  :root { color-scheme: light;
    --page: #ffffff; --card: #ffffff; --ink: #000000; --soft: #444b53; --line: #c9c9c9; --link: #000000;
    --fail: #b3261e; --failback: #fbe6e4; --warn: #8f4d00; --warnback: #fdf0dc;
    --note: #0b5a8a; --noteback: #e5f1f9; --pass: #1d6b3c; --onsign: #ffffff;
    --device: #0b5a8a; --neutral: #6b7480; --threshold: #b3261e; --noise: #cfd3d8; --wave: #9aa3ad; }
  @page { margin: 14mm; }
  body { font-size: 10.5pt; }
  main, footer { max-width: none; padding: 0; }
  .top { padding-top: 0; }
  section { margin-top: 22px; }
  .players, .matrix input, summary { display: none; }
  .card, .strip, .matrix tbody, .lanes li { break-inside: avoid; }
  h2 { break-after: avoid; }
  .card { padding: 12px 16px; }
  .card:has(> .plot) { grid-template-columns: minmax(0, 1.3fr) minmax(0, 1fr); }
  .wide { overflow: visible; }
  .plot > svg { font-size: 15px; }
  .matrix td, .matrix th { padding: 1px 8px; height: 22px; }
  .matrix small { font-size: 0.75rem; }
  .matrix tr.one th { padding-left: 22px; }
  .matrix td a { padding: 1px; }
  a { text-decoration: none; }
}
)";

} // namespace

std::string_view reportStyle() { return sheet; }

} // namespace report
