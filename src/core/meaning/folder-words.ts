import type { Kind } from '../model/lab.ts';

const words = (text: string): readonly string[] => text.split('|');

/**
 * Folders that say what their pages are, singular and plural: English, German, French, Spanish, Portuguese, Chinese,
 * Japanese. Lower case, with `-` between words.
 */
export const FOLDER_WORDS: Readonly<Record<Kind, readonly string[]>> = {
  service: words('service|services|dienst|dienste|servicio|servicios|serviço|serviços|服务|サービス'),
  runbook: words(
    'runbook|runbooks|run-book|run-books|alert|alerts|playbook|playbooks|procedure|procedures|sop|sops|anleitung|anleitungen|betriebshandbuch|verfahren|notfallplan|notfallpläne|procédure|procédures|procedimiento|procedimientos|procedimento|procedimentos|manual-de-operación|manual-de-operação|运行手册|操作手册|应急预案|手册|手順書|運用手順|ランブック|プレイブック',
  ),
  postmortem: words(
    'postmortem|postmortems|post-mortem|post-mortems|incident|incidents|incident-report|incident-reports|outage|outages|retrospective|retrospectives|störung|störungen|stoerung|stoerungen|vorfall|vorfälle|vorfaelle|ausfall|ausfälle|ausfaelle|incidente|incidentes|panne|pannes|rétrospective|rétrospectives|caída|caídas|queda|quedas|retrospectiva|retrospectivas|事故|故障|故障复盘|复盘|事故报告|事后分析|障害|障害報告|インシデント|ポストモーテム|振り返り',
  ),
  drill: words(
    'drill|drills|experiment|experiments|chaos|chaos-experiment|chaos-experiments|gameday|gamedays|game-day|game-days|übung|übungen|uebung|uebungen|notfallübung|notfallübungen|versuch|versuche|exercice|exercices|expérience|expériences|simulacro|simulacros|ejercicio|ejercicios|experimento|experimentos|simulado|simulados|exercício|exercícios|演练|实验|混沌实验|訓練|実験|演習|避難訓練',
  ),
  goal: words(
    'goal|goals|til|tils|learning|learnings|learning-goal|learning-goals|ziel|ziele|lernziel|lernziele|lernen|objectif|objectifs|apprentissage|apprentissages|objetivo|objetivos|aprendizaje|aprendizajes|aprendizado|aprendizados|aprendizagem|meta|metas|目标|学习|学习目标|目標|学習|学習目標',
  ),
  host: words(
    'host|hosts|machine|machines|hardware|network|networks|server|servers|node|nodes|rechner|maschine|maschinen|netz|netze|netzwerk|netzwerke|hôte|hôtes|serveur|serveurs|matériel|réseau|réseaux|máquina|máquinas|equipo|equipos|servidor|servidores|red|redes|equipamento|equipamentos|rede|主机|机器|硬件|网络|服务器|ホスト|マシン|機器|ハードウェア|ネットワーク|サーバー',
  ),
  note: words(
    'note|notes|notiz|notizen|nota|notas|guide|guides|doc|docs|decision|decisions|decision-record|decision-records|adr|adrs|rfc|rfcs|changelog|changelogs|release-notes|笔记|文档|メモ|ノート',
  ),
};
