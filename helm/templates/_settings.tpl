{{/* Every plain setting that has a value of its own, as a YAML map of environment names. */}}
{{- define "ticketpulse.settings" -}}
TICKETPULSE_PUBLIC_URL: {{ toJson .Values.publicUrl }}
TICKETPULSE_REPORTING_ZONE: {{ toJson .Values.reportingZone }}
TICKETPULSE_TEXTS_LANGUAGE: {{ toJson .Values.texts.language }}
{{- if .Values.texts.overridesConfigMap }}
TICKETPULSE_TEXTS_OVERRIDES: /deployments/texts
{{- end }}
{{- if .Values.ingress.enabled }}
QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING: "true"
TICKETPULSE_RESPONSE_TRUSTED_PROXIES: {{ .Values.ingress.trustedProxies | toString | toJson }}
{{- end }}
QUARKUS_DATASOURCE_JDBC_URL: {{ toJson .Values.database.jdbcUrl }}
QUARKUS_DATASOURCE_USERNAME: {{ toJson .Values.database.username }}
KAFKA_BOOTSTRAP_SERVERS: {{ toJson .Values.kafka.bootstrapServers }}
QUARKUS_MAILER_HOST: {{ toJson .Values.mail.host }}
QUARKUS_MAILER_PORT: {{ .Values.mail.port | toString | toJson }}
QUARKUS_MAILER_START_TLS: {{ toJson .Values.mail.startTls }}
{{- with .Values.mail.username }}
QUARKUS_MAILER_USERNAME: {{ toJson . }}
{{- end }}
TICKETPULSE_MAIL_FROM: {{ toJson .Values.mail.from }}
{{- with .Values.mail.replyTo }}
TICKETPULSE_MAIL_REPLY_TO: {{ toJson . }}
{{- end }}
{{- range $user, $role := .Values.users }}
TICKETPULSE_USERS_{{ upper $user }}_ROLE: {{ toJson $role }}
{{- end }}
{{- end -}}

{{/* The same for what goes into the Secret. */}}
{{- define "ticketpulse.secretSettings" -}}
{{- with .Values.secrets -}}
QUARKUS_DATASOURCE_PASSWORD: {{ toJson .databasePassword }}
{{- with .mailPassword }}
QUARKUS_MAILER_PASSWORD: {{ toJson . }}
{{- end }}
TICKETPULSE_TOKEN_SECRETS: {{ join "," .tokenSecrets | toJson }}
{{- range $survey, $salt := .samplingSalts }}
TICKETPULSE_SURVEYS_{{ upper $survey }}_SAMPLING_SALT: {{ toJson $salt }}
{{- end }}
{{- range $user, $password := .userPasswords }}
TICKETPULSE_USERS_{{ upper $user }}_PASSWORD: {{ toJson $password }}
{{- end }}
{{- range $name, $value := .env }}
{{ $name }}: {{ toJson $value }}
{{- end }}
{{- end -}}
{{- end -}}
