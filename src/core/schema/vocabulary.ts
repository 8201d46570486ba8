// Words with a fixed meaning, and what other tools, other templates and other languages write for them.

import { plainWords, reader } from './synonyms.ts';

export type Severity = (typeof SEVERITIES)[number];
export const SEVERITIES = ['sev1', 'sev2', 'sev3', 'sev4', 'sev5'] as const;

export type PostmortemStatus = (typeof POSTMORTEM_STATUSES)[number];
export const POSTMORTEM_STATUSES = ['draft', 'in-review', 'reviewed', 'closed'] as const;

export type Detection = (typeof DETECTIONS)[number];
export const DETECTIONS = ['alert', 'household', 'user', 'self', 'drill', 'test'] as const;

export type DrillStatus = (typeof DRILL_STATUSES)[number];
export const DRILL_STATUSES = ['planned', 'completed', 'failed', 'aborted', 'interrupted'] as const;

export type GoalStatus = (typeof GOAL_STATUSES)[number];
export const GOAL_STATUSES = [
  'planned',
  'building',
  'breaking',
  'debugging',
  'writing',
  'judged',
  'walked-away',
] as const;

export type Risk = (typeof RISKS)[number];
export const RISKS = ['read-only', 'safe', 'disruptive', 'destructive'] as const;

export const MODES = ['production', 'sandbox'] as const;

/** What a lab can teach, from the ground up. A lab may use words of its own beside them. */
export const LAYERS = [
  'power',
  'network',
  'storage',
  'operating-system',
  'containers',
  'dns-tls',
  'monitoring',
  'security',
] as const;

/** `SEV-2`, `P2`, `S2`, `2`, `Major (half of the house)`. The first words decide; `Non-critical` says nothing. */
export function severityOf(text: string): Severity | undefined {
  const level = NAMED_LEVEL.exec(plainWords(text))?.[1] ?? BARE_LEVEL.exec(text)?.[1];
  if (level) return SEVERITIES[Math.max(0, Number(level) - 1)];
  return severityWord(text);
}

const NAMED_LEVEL = /^(?:sev|severity|prio|priority|level|p|s) ?([0-5])(?= |$)/;
const BARE_LEVEL = /^\s*([0-5])\s*(?:$|[^\s\w])/;

const severityWord = reader<Severity>({
  sev1: 'critical|blocker|emergency|catastrophic|fatal|outage|kritisch|critique|crítico|crítica|致命|严重|重大',
  sev2: 'major|high|serious|severe|error|hoch|schwer|schwerwiegend|élevé|élevée|majeur|majeure|grave|alta|alto|mayor|maior|高',
  sev3: 'medium|moderate|normal|warning|mittel|moyen|moyenne|modéré|media|medio|média|médio|moderada|中|中等',
  sev4: 'minor|low|small|niedrig|gering|faible|mineur|mineure|baja|bajo|baixa|baixo|menor|低|轻微|軽微',
  sev5: 'cosmetic|info|informational|notice|trivial|none|negligible|kosmetisch|keine|aucun|aucune|ninguna|nenhuma|无|なし',
});

/** Status of a postmortem. Words for the incident count too: one that is resolved is no draft. */
export const statusOf = reader<PostmortemStatus>({
  draft:
    'draft|wip|work in progress|in progress|open|ongoing|active|new|todo|pending|triage|started|investigating|identified|monitoring|mitigated|unresolved|needs logs|entwurf|offen|in arbeit|brouillon|en cours|borrador|abierto|en curso|rascunho|aberto|em andamento|草稿|进行中|下書き|対応中',
  'in-review':
    'in review|review|under review|needs review|proposed|in prüfung|en revue|en revisión|em revisão|审核中|レビュー中',
  reviewed: 'reviewed|approved|accepted|geprüft|relu|revisado|revisada|已审核|レビュー済み',
  closed:
    'closed|resolved|fixed|solved|complete|completed|done|final|finished|published|archived|stable|recovered|geschlossen|behoben|gelöst|erledigt|abgeschlossen|résolu|clos|terminé|resuelto|cerrado|resolvido|fechado|已解决|已关闭|已完成|解決済み|完了',
});

/** Who or what noticed first. */
export const detectionOf = reader<Detection>({
  alert:
    'alert|alerts|alerting|alarm|monitoring|uptime kuma|healthcheck|grafana|prometheus|pager|alarmierung|überwachung|alerte|alerta|monitoreo|告警|监控|アラート|監視',
  household:
    'household|family|partner|wife|husband|kids|children|spouse|flatmate|housemate|haushalt|familie|foyer|famille|hogar|familia|família|家人|家族',
  user: 'user|users|user reported|user report|customer|friend|friends|ad hoc|external|benutzer|nutzer|utilisateur|usuario|usuário|用户|ユーザー',
  self: 'self|me|myself|i noticed|noticed|by chance|accident|manual|manually|operator|selbst|zufall|moi même|yo mismo|eu mesmo|自己|自分',
  drill:
    'drill|game day|gameday|chaos|experiment|exercise|rehearsal|übung|exercice|simulacro|exercício|演练|訓練',
  test: 'test|tests|automated test|ci|backup check|restore test|synthetic|测试|テスト',
});

export const drillStatusOf = reader<DrillStatus>({
  planned:
    'planned|scheduled|todo|draft|upcoming|open|proposed|geplant|prévu|planificado|planejado|计划|予定',
  completed:
    'completed|complete|done|passed|pass|success|successful|succeeded|finished|ok|abgeschlossen|terminé|completado|concluído|完成|完了',
  failed: 'failed|fail|failure|unsuccessful|gescheitert|fehlgeschlagen|échoué|fallido|falhou|失败|失敗',
  aborted: 'aborted|abort|cancelled|canceled|stopped|rolled back|abgebrochen|annulé|abortado|cancelado|中止',
  interrupted:
    'interrupted|partial|partially|incomplete|paused|unterbrochen|interrompu|interrumpido|interrompido|中断',
});

export const goalStatusOf = reader<GoalStatus>({
  planned: 'planned|idea|todo|backlog|open|draft|next|someday|geplant|prévu|planificado|planejado|计划|予定',
  building:
    'building|build|in progress|wip|started|active|doing|learning|ongoing|im bau|en cours|en curso|em andamento|进行中|進行中',
  breaking: 'breaking|break|testing|experimenting',
  debugging: 'debugging|debug|stuck|blocked|troubleshooting',
  writing: 'writing|write|writing up|documenting|in review',
  judged:
    'judged|judge|done|complete|completed|finished|achieved|learned|learnt|closed|reviewed|abgeschlossen|terminé|completado|concluído|完成|完了',
  'walked-away':
    'walked away|walk away|abandoned|dropped|parked|paused|on hold|cancelled|canceled|given up|wont do|verworfen|abandonné|abandonado|放弃|中止',
});

export const riskOf = reader<Risk>({
  'read-only': 'read only|readonly|none|no risk|looking only',
  safe: 'safe|low|small|harmless|minor|gering|niedrig|faible|bajo|baixo|低',
  disruptive: 'disruptive|medium|moderate|downtime|restart|interrupts|mittel|moyen|medio|médio|中',
  destructive: 'destructive|high|dangerous|critical|data loss|irreversible|hoch|élevé|alto|高',
});

export const modeOf = reader<(typeof MODES)[number]>({
  production: 'production|prod|live|produktion|produktiv|producción|produção|生产|本番',
  sandbox:
    'sandbox|test|testing|dev|development|lab|playground|experimental|experiment|staging|scratch|沙盒|検証',
});

const knownLayer = reader<(typeof LAYERS)[number]>({
  power: 'power|electricity|ups|strom',
  network: 'network|networking|net|netzwerk|réseau|red|rede',
  storage: 'storage|disk|disks|filesystem|backup|backups|speicher',
  'operating-system': 'operating system|os|linux|system|kernel|betriebssystem',
  containers: 'containers|container|docker|podman|kubernetes|orchestration',
  'dns-tls': 'dns tls|dns|tls|ssl|certificates|certificate|dns and tls',
  monitoring: 'monitoring|observability|metrics|logging|logs|alerting',
  security: 'security|secrets|auth|identity|sicherheit|sécurité|seguridad|segurança',
});

/** One of `LAYERS`, or the word as written, with dashes. */
export const layerOf = (text: string): string =>
  knownLayer(text) ?? (plainWords(text).replaceAll(' ', '-') || text.trim());

const CAUSES = {
  'config-change':
    'config change|configuration change|configuration|config|config error|misconfiguration|config errors',
  'human-change': 'human change|human|human error|manual change|manual|mistake',
  update: 'update|updates|upgrade|auto update|automatic update',
  hardware: 'hardware|disk failure|hardware failure|memory failure',
  power: 'power|power cut|power loss|power failure|electricity',
  network: 'network|networking|routing',
  isp: 'isp|provider|internet|upstream',
  dns: 'dns',
  certificate: 'certificate|certificates|tls|ssl|expired certificate',
  'disk-full': 'disk full|full disk|no space|no space left|out of disk',
  capacity: 'capacity|memory|oom|out of memory|cpu|load|overload|resource exhaustion',
  dependency: 'dependency|dependencies|third party',
  'cascading-failure': 'cascading failure|cascade|cascading',
  database: 'database|corruption|data corruption',
  permissions: 'permissions|permission|ownership',
  'port-conflict': 'port conflict|port|conflict',
  secrets: 'secrets|secret|credentials|expired token|password',
  security: 'security|attack|breach|intrusion',
  backup: 'backup|backups',
  automation: 'automation|script|cron',
  cloud: 'cloud',
  time: 'time|clock|ntp|leap second',
  bug: 'bug|software bug|defect|software',
} as const;

/** Class of a cause, one of a fixed list. A sentence has none. */
export const causeOf = reader<keyof typeof CAUSES>(CAUSES);
export const CAUSE_CLASSES: readonly string[] = Object.keys(CAUSES);
