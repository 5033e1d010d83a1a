{{/* Says everything that is missing or contradictory at once, each in a sentence that names the value to set. */}}
{{- define "ticketpulse.validate" -}}
{{- $problems := list -}}
{{- $secrets := .Values.secrets -}}
{{- $inline := pick $secrets "databasePassword" "mailPassword" "tokenSecrets" "samplingSalts" "userPasswords" "env" -}}

{{- range list
  (list .Values.image.repository "Set image.repository to where the image was pushed, for example registry.example.com/ticketpulse.")
  (list .Values.publicUrl "Set publicUrl to the address customers reach, for example https://feedback.example.com.")
  (list .Values.database.jdbcUrl "Set database.jdbcUrl to the MySQL database, for example jdbc:mysql://mysql:3306/ticketpulse.")
  (list .Values.database.username "Set database.username to the user of the MySQL database.")
  (list .Values.kafka.bootstrapServers "Set kafka.bootstrapServers to the Kafka brokers, for example kafka:9092.")
  (list .Values.mail.host "Set mail.host to the SMTP server, for example smtp.example.com.")
  (list .Values.mail.from "Set mail.from to the sender of the mails, for example feedback@example.com.")
-}}
{{- if not (first .) }}{{ $problems = append $problems (last .) }}{{ end -}}
{{- end -}}

{{- if $secrets.existingSecret -}}
  {{- range $name, $value := $inline -}}
  {{- if $value -}}
    {{- $problems = append $problems (printf "Set either secrets.existingSecret or secrets.%s: with a Secret of yours the chart creates none." $name) -}}
  {{- end -}}
  {{- end -}}
{{- else -}}
  {{- if not $secrets.databasePassword -}}
    {{- $problems = append $problems "Set secrets.databasePassword, or secrets.existingSecret to a Secret with QUARKUS_DATASOURCE_PASSWORD." -}}
  {{- end -}}
  {{- if not $secrets.tokenSecrets -}}
    {{- $problems = append $problems "Set secrets.tokenSecrets to a list with one random text of at least 32 characters (openssl rand -hex 32), or secrets.existingSecret to a Secret with TICKETPULSE_TOKEN_SECRETS." -}}
  {{- end -}}
  {{- if regexMatch "[^A-Za-z0-9+/=_-]" (join "" $secrets.tokenSecrets) -}}
    {{- $problems = append $problems "Use only letters, digits and -_+/= in secrets.tokenSecrets." -}}
  {{- end -}}
  {{- if and .Values.mail.username (not $secrets.mailPassword) -}}
    {{- $problems = append $problems "Set secrets.mailPassword: mail.username is set." -}}
  {{- end -}}
  {{- range $user, $role := .Values.users -}}
  {{- if not (hasKey $secrets.userPasswords $user) -}}
    {{- $problems = append $problems (printf "Set secrets.userPasswords.%s: users.%s is set." $user $user) -}}
  {{- end -}}
  {{- end -}}
  {{- range $user, $password := $secrets.userPasswords -}}
  {{- if not (hasKey $.Values.users $user) -}}
    {{- $problems = append $problems (printf "Set users.%s to reader or admin: secrets.userPasswords.%s is set." $user $user) -}}
  {{- end -}}
  {{- end -}}
{{- end -}}

{{- $settings := include "ticketpulse.settings" . | fromYaml -}}
{{- range $name, $value := .Values.env -}}
{{- if hasKey $settings $name -}}
  {{- $problems = append $problems (printf "Remove env.%s: the chart has a value for it." $name) -}}
{{- end -}}
{{- if regexMatch "(PASSWORD|SECRETS?|SALT|JAAS_CONFIG)$" $name -}}
  {{- $problems = append $problems (printf "Move env.%s to secrets.env or into your Secret: it would be readable in the Deployment." $name) -}}
{{- end -}}
{{- end -}}
{{- with regexFind "(?m)^[^#!=:\\n]*(password|secrets?|token|salt|jaas\\.config)[ \\t]*[=:][ \\t]*[^$\\s]" .Values.config -}}
  {{- $problems = append $problems (printf "Write a reference for %s in config, for example ${NAME}, and put NAME into secrets.env or your Secret: config is readable in the ConfigMap." (regexFind "[^=:\\s]+" .)) -}}
{{- end -}}

{{- if $problems }}{{ fail (printf "\n\n%s\n" (join "\n" $problems)) }}{{ end -}}
{{- end -}}
